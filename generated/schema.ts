// Written by `npm run generate` from openapi/. Do not edit.

export interface paths {
    "/suno/persona/create/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a persona
         * @description Creates a persona from clips that already exist and returns it. Keep the `id` of the response: it is the
         *     `persona_id` of the next step.
         *
         *     The clips you name
         *
         *     - must already exist in the system,
         *     - must not come from the uploader,
         *     - cannot be used across accounts. A call may therefore fail while the account that a clip belongs to is
         *       unavailable.
         *
         *     Send your API key on every call, even though the provider's page marks the `Authorization` header as optional.
         */
        post: operations["createPersona"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: uuid
         * @description Id of a clip. Every id of a clip on the provider's page is a UUID.
         * @example 54834687-5e79-4f08-8e14-cf188f15b598
         */
        ClipId: string;
        /**
         * @description The persona to create and the clips to create it from. All five properties are required.
         * @example {
         *       "root_clip_id": "54834687-5e79-4f08-8e14-cf188f15b598",
         *       "name": "Persona title",
         *       "description": "Persona Description",
         *       "clips": [
         *         "54834687-5e79-4f08-8e14-cf188f15b598"
         *       ],
         *       "is_public": true
         *     }
         */
        CreatePersonaRequest: {
            /** @description Id of the persona's root clip. The clip must already exist, must not come from the uploader and cannot be used across accounts. In the documented example it is also the one entry of `clips`; the provider's page does not say whether it has to be among them. */
            root_clip_id: components["schemas"]["ClipId"];
            /**
             * @description Name of the persona. The provider's page states no limit of its length.
             * @example Persona title
             */
            name: string;
            /**
             * @description Description of the persona. The provider's page states no limit of its length.
             * @example Persona Description
             */
            description: string;
            /**
             * @description Ids of the clips that the persona is made from. Each must already exist, must not come from the uploader and cannot be used across accounts. The provider's page states neither a least nor a greatest number of them.
             * @example [
             *       "54834687-5e79-4f08-8e14-cf188f15b598"
             *     ]
             */
            clips: components["schemas"]["ClipId"][];
            /**
             * @description Whether the persona is public.
             * @example true
             */
            is_public: boolean;
        };
        /**
         * @description What is known about the making of a clip. What some public responses lack is optional; further properties may be present.
         * @example {
         *       "tags": "electronic pop, tropical house fusion",
         *       "prompt": "",
         *       "type": "gen",
         *       "duration": 190,
         *       "refund_credits": false,
         *       "stream": true
         *     }
         */
        ClipMetadata: {
            /**
             * @description Tags of the clip, in one string. In the documented response they are separated by commas.
             * @example electronic pop, tropical house fusion
             */
            tags: string;
            /**
             * @description Prompt of the clip. Empty in the documented response, absent in some public ones.
             * @example
             */
            prompt?: string;
            /**
             * @description Type of the clip. The provider's page shows one value and lists none, so any string is allowed.
             * @example gen
             */
            type: string;
            /**
             * @description Duration of the clip. The provider's page names no unit.
             * @example 190
             */
            duration: number;
            /**
             * @description Whether credits are refunded. The provider's page says no more about it. Absent in some public responses.
             * @example false
             */
            refund_credits?: boolean;
            /**
             * @description The flag `stream` of the clip. The provider's page does not explain it. Absent in some public responses.
             * @example true
             */
            stream?: boolean;
        };
        /**
         * @description A clip as a response shows it. What some public responses lack is optional; further properties may be present.
         * @example {
         *       "id": "54834687-5e79-4f08-8e14-cf188f15b598",
         *       "video_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp4",
         *       "audio_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp3",
         *       "image_url": "https://cdn2.suno.ai/image_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
         *       "image_large_url": "https://cdn2.suno.ai/image_large_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
         *       "major_model_version": "v4",
         *       "model_name": "chirp-v4",
         *       "metadata": {
         *         "tags": "electronic pop, tropical house fusion",
         *         "prompt": "",
         *         "type": "gen",
         *         "duration": 190,
         *         "refund_credits": false,
         *         "stream": true
         *       },
         *       "is_liked": false,
         *       "user_id": "21de6d0f-398c-467c-9957-8fa9065f3ca6",
         *       "display_name": "SensoryRecorders4685",
         *       "handle": "sensoryrecorders4685",
         *       "is_handle_updated": false,
         *       "avatar_image_url": "https://cdn1.suno.ai/defaultPink.webp",
         *       "is_trashed": false,
         *       "created_at": "2024-12-23T10:34:30.144Z",
         *       "status": "complete",
         *       "title": "noks noko wane",
         *       "play_count": 0,
         *       "upvote_count": 0,
         *       "is_public": false
         *     }
         */
        Clip: {
            /** @description Id of the clip. */
            id: components["schemas"]["ClipId"];
            /**
             * @description URL of the clip's video. Empty in some public responses, also of complete clips.
             * @example https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp4
             */
            video_url: string;
            /**
             * @description URL of the clip's audio. In some public responses it leads to no audio, so it may not be playable.
             * @example https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp3
             */
            audio_url: string;
            /**
             * Format: uri
             * @description URL of the clip's image.
             * @example https://cdn2.suno.ai/image_54834687-5e79-4f08-8e14-cf188f15b598.jpeg
             */
            image_url: string;
            /**
             * Format: uri
             * @description URL of the larger version of the clip's image.
             * @example https://cdn2.suno.ai/image_large_54834687-5e79-4f08-8e14-cf188f15b598.jpeg
             */
            image_large_url: string;
            /**
             * @description Major version of the model named in `model_name`. The provider's page lists no values, so any string is allowed.
             * @example v4
             */
            major_model_version: string;
            /**
             * @description Name of the model. The provider's page lists no values, so any string is allowed.
             * @example chirp-v4
             */
            model_name: string;
            metadata: components["schemas"]["ClipMetadata"];
            /**
             * @description Whether the clip is liked.
             * @example false
             */
            is_liked: boolean;
            /**
             * Format: uuid
             * @description Id of the clip's user. Absent in some public responses.
             * @example 21de6d0f-398c-467c-9957-8fa9065f3ca6
             */
            user_id?: string;
            /**
             * @description Display name of the clip's user. Absent in some public responses.
             * @example SensoryRecorders4685
             */
            display_name?: string;
            /**
             * @description Handle of the clip's user.
             * @example sensoryrecorders4685
             */
            handle: string;
            /**
             * @description Whether the handle has been updated.
             * @example false
             */
            is_handle_updated: boolean;
            /**
             * Format: uri
             * @description URL of the user's avatar image. Absent or null in some public responses.
             * @example https://cdn1.suno.ai/defaultPink.webp
             */
            avatar_image_url?: string | null;
            /**
             * @description Whether the clip is in the trash.
             * @example false
             */
            is_trashed: boolean;
            /**
             * Format: date-time
             * @description Time at which the clip was created.
             * @example 2024-12-23T10:34:30.144Z
             */
            created_at: string;
            /**
             * @description Status of the clip. The provider's page shows one value and lists none, so any string is allowed.
             * @example complete
             */
            status: string;
            /**
             * @description Title of the clip.
             * @example noks noko wane
             */
            title: string;
            /**
             * @description Number of times the clip was played.
             * @example 0
             */
            play_count: number;
            /**
             * @description Number of upvotes of the clip.
             * @example 0
             */
            upvote_count: number;
            /**
             * @description Whether the clip is public. In the documented response it is `false`.
             * @example false
             */
            is_public: boolean;
        };
        /**
         * @description A clip as a part of a persona. What some public responses lack is optional; further properties may be present.
         * @example {
         *       "clip": {
         *         "id": "54834687-5e79-4f08-8e14-cf188f15b598",
         *         "video_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp4",
         *         "audio_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp3",
         *         "image_url": "https://cdn2.suno.ai/image_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
         *         "image_large_url": "https://cdn2.suno.ai/image_large_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
         *         "major_model_version": "v4",
         *         "model_name": "chirp-v4",
         *         "metadata": {
         *           "tags": "electronic pop, tropical house fusion",
         *           "prompt": "",
         *           "type": "gen",
         *           "duration": 190,
         *           "refund_credits": false,
         *           "stream": true
         *         },
         *         "is_liked": false,
         *         "user_id": "21de6d0f-398c-467c-9957-8fa9065f3ca6",
         *         "display_name": "SensoryRecorders4685",
         *         "handle": "sensoryrecorders4685",
         *         "is_handle_updated": false,
         *         "avatar_image_url": "https://cdn1.suno.ai/defaultPink.webp",
         *         "is_trashed": false,
         *         "created_at": "2024-12-23T10:34:30.144Z",
         *         "status": "complete",
         *         "title": "noks noko wane",
         *         "play_count": 0,
         *         "upvote_count": 0,
         *         "is_public": false
         *       },
         *       "id": 11288925
         *     }
         */
        PersonaClip: {
            clip: components["schemas"]["Clip"];
            /**
             * @description Id of this entry. A number, unlike the id of the clip in it. Absent in some public responses.
             * @example 11288925
             */
            id?: number;
        };
        /**
         * @description A persona. Every property of the documented response is required; further properties may be present.
         * @example {
         *       "id": "fd213afd-ac1c-4822-9802-c1c0ea45e77b",
         *       "name": "food",
         *       "description": "123",
         *       "root_clip_id": "54834687-5e79-4f08-8e14-cf188f15b598",
         *       "clip": {
         *         "id": "54834687-5e79-4f08-8e14-cf188f15b598",
         *         "video_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp4",
         *         "audio_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp3",
         *         "image_url": "https://cdn2.suno.ai/image_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
         *         "image_large_url": "https://cdn2.suno.ai/image_large_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
         *         "major_model_version": "v4",
         *         "model_name": "chirp-v4",
         *         "metadata": {
         *           "tags": "electronic pop, tropical house fusion",
         *           "prompt": "",
         *           "type": "gen",
         *           "duration": 190,
         *           "refund_credits": false,
         *           "stream": true
         *         },
         *         "is_liked": false,
         *         "user_id": "21de6d0f-398c-467c-9957-8fa9065f3ca6",
         *         "display_name": "SensoryRecorders4685",
         *         "handle": "sensoryrecorders4685",
         *         "is_handle_updated": false,
         *         "avatar_image_url": "https://cdn1.suno.ai/defaultPink.webp",
         *         "is_trashed": false,
         *         "created_at": "2024-12-23T10:34:30.144Z",
         *         "status": "complete",
         *         "title": "noks noko wane",
         *         "play_count": 0,
         *         "upvote_count": 0,
         *         "is_public": false
         *       },
         *       "user_display_name": "SensoryRecorders4685",
         *       "user_handle": "sensoryrecorders4685",
         *       "user_image_url": "https://cdn1.suno.ai/defaultPink.webp",
         *       "persona_clips": [
         *         {
         *           "clip": {
         *             "id": "54834687-5e79-4f08-8e14-cf188f15b598",
         *             "video_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp4",
         *             "audio_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp3",
         *             "image_url": "https://cdn2.suno.ai/image_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
         *             "image_large_url": "https://cdn2.suno.ai/image_large_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
         *             "major_model_version": "v4",
         *             "model_name": "chirp-v4",
         *             "metadata": {
         *               "tags": "electronic pop, tropical house fusion",
         *               "prompt": "",
         *               "type": "gen",
         *               "duration": 190,
         *               "refund_credits": false,
         *               "stream": true
         *             },
         *             "is_liked": false,
         *             "user_id": "21de6d0f-398c-467c-9957-8fa9065f3ca6",
         *             "display_name": "SensoryRecorders4685",
         *             "handle": "sensoryrecorders4685",
         *             "is_handle_updated": false,
         *             "avatar_image_url": "https://cdn1.suno.ai/defaultPink.webp",
         *             "is_trashed": false,
         *             "created_at": "2024-12-23T10:34:30.144Z",
         *             "status": "complete",
         *             "title": "noks noko wane",
         *             "play_count": 0,
         *             "upvote_count": 0,
         *             "is_public": false
         *           },
         *           "id": 11288925
         *         }
         *       ]
         *     }
         */
        Persona: {
            /**
             * Format: uuid
             * @description Id of the persona. Use it as `persona_id` in the next step.
             * @example fd213afd-ac1c-4822-9802-c1c0ea45e77b
             */
            id: string;
            /**
             * @description Name of the persona.
             * @example food
             */
            name: string;
            /**
             * @description Description of the persona.
             * @example 123
             */
            description: string;
            /** @description Id of the persona's root clip. */
            root_clip_id: components["schemas"]["ClipId"];
            clip: components["schemas"]["Clip"];
            /**
             * @description Display name of the persona's user.
             * @example SensoryRecorders4685
             */
            user_display_name: string;
            /**
             * @description Handle of the persona's user.
             * @example sensoryrecorders4685
             */
            user_handle: string;
            /**
             * Format: uri
             * @description URL of the image of the persona's user.
             * @example https://cdn1.suno.ai/defaultPink.webp
             */
            user_image_url: string;
            /**
             * @description The clips of the persona.
             * @example [
             *       {
             *         "clip": {
             *           "id": "54834687-5e79-4f08-8e14-cf188f15b598",
             *           "video_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp4",
             *           "audio_url": "https://cdn1.suno.ai/54834687-5e79-4f08-8e14-cf188f15b598.mp3",
             *           "image_url": "https://cdn2.suno.ai/image_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
             *           "image_large_url": "https://cdn2.suno.ai/image_large_54834687-5e79-4f08-8e14-cf188f15b598.jpeg",
             *           "major_model_version": "v4",
             *           "model_name": "chirp-v4",
             *           "metadata": {
             *             "tags": "electronic pop, tropical house fusion",
             *             "prompt": "",
             *             "type": "gen",
             *             "duration": 190,
             *             "refund_credits": false,
             *             "stream": true
             *           },
             *           "is_liked": false,
             *           "user_id": "21de6d0f-398c-467c-9957-8fa9065f3ca6",
             *           "display_name": "SensoryRecorders4685",
             *           "handle": "sensoryrecorders4685",
             *           "is_handle_updated": false,
             *           "avatar_image_url": "https://cdn1.suno.ai/defaultPink.webp",
             *           "is_trashed": false,
             *           "created_at": "2024-12-23T10:34:30.144Z",
             *           "status": "complete",
             *           "title": "noks noko wane",
             *           "play_count": 0,
             *           "upvote_count": 0,
             *           "is_public": false
             *         },
             *         "id": 11288925
             *       }
             *     ]
             */
            persona_clips: components["schemas"]["PersonaClip"][];
        };
        /**
         * @description The body of a failed call: a JSON object. The provider's page documents no field of it, so none is described here and any may be present.
         * @example {}
         */
        ApiErrorBody: Record<string, unknown>;
    };
    responses: {
        /**
         * @description The request was refused. The provider's page documents no status and no body for this case, so the body is described
         *     as an object and nothing more. What the page does tell is why a call may be refused: a clip does not exist, comes
         *     from the uploader, belongs to another account, or the account that it belongs to is unavailable.
         */
        RequestRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
        /**
         * @description The server failed. The provider's page documents no status and no body for this case, and it does not say whether a
         *     persona was created before the failure. Nor does it say whether an unavailable account leads to this response or to a
         *     refused request.
         */
        ServerFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiErrorBody"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createPersona: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The persona to create and the clips to create it from. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePersonaRequest"];
            };
        };
        responses: {
            /** @description The persona was created. Its `id` is the `persona_id` of the next step. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Persona"];
                };
            };
            "4XX": components["responses"]["RequestRefused"];
            "5XX": components["responses"]["ServerFailed"];
        };
    };
}
