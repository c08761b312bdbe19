curl --request POST "${SUNO_GATEWAY:-http://127.0.0.1:4010}/suno/persona/create/" \
  --header "Authorization: Bearer $SUNO_API_KEY" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data '{
    "root_clip_id": "54834687-5e79-4f08-8e14-cf188f15b598",
    "name": "Persona title",
    "description": "Persona Description",
    "clips": ["54834687-5e79-4f08-8e14-cf188f15b598"],
    "is_public": true
  }'
