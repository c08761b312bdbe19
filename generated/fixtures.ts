// Written by `npm run generate` from openapi/. Do not edit.

/** A documented value of each component schema that has one. */
export const examples = {
  "ClipId": "54834687-5e79-4f08-8e14-cf188f15b598",
  "CreatePersonaRequest": {
    "root_clip_id": "54834687-5e79-4f08-8e14-cf188f15b598",
    "name": "Persona title",
    "description": "Persona Description",
    "clips": [
      "54834687-5e79-4f08-8e14-cf188f15b598"
    ],
    "is_public": true
  },
  "ClipMetadata": {
    "tags": "electronic pop, tropical house fusion",
    "prompt": "",
    "type": "gen",
    "duration": 190,
    "refund_credits": false,
    "stream": true
  },
  "Clip": {
    "id": "54834687-5e79-4f08-8e14-cf188f15b598",
    "video_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp4",
    "audio_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp3",
    "image_url": "https://cdn2.suno.ai/image_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
    "image_large_url": "https://cdn2.suno.ai/image_large_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
    "major_model_version": "v4",
    "model_name": "chirp-v4",
    "metadata": {
      "tags": "electronic pop, tropical house fusion",
      "prompt": "",
      "type": "gen",
      "duration": 190,
      "refund_credits": false,
      "stream": true
    },
    "is_liked": false,
    "user_id": "21de6d0f-398c-467c-9957-8fa9065f3ca6",
    "display_name": "SensoryRecorders4685",
    "handle": "sensoryrecorders4685",
    "is_handle_updated": false,
    "avatar_image_url": "https://cdn1.suno.ai/defaultPink.webp",
    "is_trashed": false,
    "created_at": "2024-12-23T10:34:30.144Z",
    "status": "complete",
    "title": "noks noko wane",
    "play_count": 0,
    "upvote_count": 0,
    "is_public": false
  },
  "PersonaClip": {
    "clip": {
      "id": "54834687-5e79-4f08-8e14-cf188f15b598",
      "video_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp4",
      "audio_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp3",
      "image_url": "https://cdn2.suno.ai/image_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
      "image_large_url": "https://cdn2.suno.ai/image_large_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
      "major_model_version": "v4",
      "model_name": "chirp-v4",
      "metadata": {
        "tags": "electronic pop, tropical house fusion",
        "prompt": "",
        "type": "gen",
        "duration": 190,
        "refund_credits": false,
        "stream": true
      },
      "is_liked": false,
      "user_id": "21de6d0f-398c-467c-9957-8fa9065f3ca6",
      "display_name": "SensoryRecorders4685",
      "handle": "sensoryrecorders4685",
      "is_handle_updated": false,
      "avatar_image_url": "https://cdn1.suno.ai/defaultPink.webp",
      "is_trashed": false,
      "created_at": "2024-12-23T10:34:30.144Z",
      "status": "complete",
      "title": "noks noko wane",
      "play_count": 0,
      "upvote_count": 0,
      "is_public": false
    },
    "id": 11288925
  },
  "Persona": {
    "id": "fd213afd-ac1c-4822-9802-c1c0ea45e77b",
    "name": "food",
    "description": "123",
    "root_clip_id": "54834687-5e79-4f08-8e14-cf188f15b598",
    "clip": {
      "id": "54834687-5e79-4f08-8e14-cf188f15b598",
      "video_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp4",
      "audio_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp3",
      "image_url": "https://cdn2.suno.ai/image_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
      "image_large_url": "https://cdn2.suno.ai/image_large_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
      "major_model_version": "v4",
      "model_name": "chirp-v4",
      "metadata": {
        "tags": "electronic pop, tropical house fusion",
        "prompt": "",
        "type": "gen",
        "duration": 190,
        "refund_credits": false,
        "stream": true
      },
      "is_liked": false,
      "user_id": "21de6d0f-398c-467c-9957-8fa9065f3ca6",
      "display_name": "SensoryRecorders4685",
      "handle": "sensoryrecorders4685",
      "is_handle_updated": false,
      "avatar_image_url": "https://cdn1.suno.ai/defaultPink.webp",
      "is_trashed": false,
      "created_at": "2024-12-23T10:34:30.144Z",
      "status": "complete",
      "title": "noks noko wane",
      "play_count": 0,
      "upvote_count": 0,
      "is_public": false
    },
    "user_display_name": "SensoryRecorders4685",
    "user_handle": "sensoryrecorders4685",
    "user_image_url": "https://cdn1.suno.ai/defaultPink.webp",
    "persona_clips": [
      {
        "clip": {
          "id": "54834687-5e79-4f08-8e14-cf188f15b598",
          "video_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp4",
          "audio_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp3",
          "image_url": "https://cdn2.suno.ai/image_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
          "image_large_url": "https://cdn2.suno.ai/image_large_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
          "major_model_version": "v4",
          "model_name": "chirp-v4",
          "metadata": {
            "tags": "electronic pop, tropical house fusion",
            "prompt": "",
            "type": "gen",
            "duration": 190,
            "refund_credits": false,
            "stream": true
          },
          "is_liked": false,
          "user_id": "21de6d0f-398c-467c-9957-8fa9065f3ca6",
          "display_name": "SensoryRecorders4685",
          "handle": "sensoryrecorders4685",
          "is_handle_updated": false,
          "avatar_image_url": "https://cdn1.suno.ai/defaultPink.webp",
          "is_trashed": false,
          "created_at": "2024-12-23T10:34:30.144Z",
          "status": "complete",
          "title": "noks noko wane",
          "play_count": 0,
          "upvote_count": 0,
          "is_public": false
        },
        "id": 11288925
      }
    ]
  },
  "ApiErrorBody": {}
};
