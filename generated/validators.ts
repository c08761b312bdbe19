// Written by `npm run generate` from openapi/. Do not edit.
// @ts-nocheck

const check0 = validate0;
const func0 = Object.prototype.hasOwnProperty;
const formats0 = /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function validate1(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate1.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats0.test(data))){
validate1.errors = [{instancePath,schemaPath:"#/format",keyword:"format",params:{format: "uuid"},message:"must match format \""+"uuid"+"\""}];
return false;
}
}
else {
validate1.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
validate1.errors = vErrors;
return errors === 0;
}
validate1.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate0.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.root_clip_id === undefined) || (!(func0.call(data, "root_clip_id")))) && (missing0 = "root_clip_id")) || (((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name"))) || (((data.description === undefined) || (!(func0.call(data, "description")))) && (missing0 = "description"))) || (((data.clips === undefined) || (!(func0.call(data, "clips")))) && (missing0 = "clips"))) || (((data.is_public === undefined) || (!(func0.call(data, "is_public")))) && (missing0 = "is_public"))){
validate0.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.root_clip_id !== undefined && func0.call(data, "root_clip_id")){
const _errs1 = errors;
if(!(validate1(data.root_clip_id, {instancePath:instancePath+"/root_clip_id",parentData:data,parentDataProperty:"root_clip_id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined && func0.call(data, "name")){
const _errs2 = errors;
if(typeof data.name !== "string"){
validate0.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.description !== undefined && func0.call(data, "description")){
const _errs4 = errors;
if(typeof data.description !== "string"){
validate0.errors = [{instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clips !== undefined && func0.call(data, "clips")){
let data3 = data.clips;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data3)){
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
const _errs8 = errors;
if(!(validate1(data3[i0], {instancePath:instancePath+"/clips/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs8 === errors;
if(!valid1){
break;
}
}
}
else {
validate0.errors = [{instancePath:instancePath+"/clips",schemaPath:"#/properties/clips/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.is_public !== undefined && func0.call(data, "is_public")){
const _errs9 = errors;
if(typeof data.is_public !== "boolean"){
validate0.errors = [{instancePath:instancePath+"/is_public",schemaPath:"#/properties/is_public/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate0.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate0.errors = vErrors;
return errors === 0;
}
validate0.evaluated = {"props":{"root_clip_id":true,"name":true,"description":true,"clips":true,"is_public":true},"dynamicProps":false,"dynamicItems":false};

const check1 = validate4;
const formats4 = /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/)?[^\s]*$/i;
const schema3 = {"type":"object","required":["id","video_url","audio_url","image_url","image_large_url","major_model_version","model_name","metadata","is_liked","handle","is_handle_updated","is_trashed","created_at","status","title","play_count","upvote_count","is_public"],"properties":{"id":{"$ref":"component:/ClipId"},"video_url":{"type":"string"},"audio_url":{"type":"string"},"image_url":{"type":"string","format":"uri"},"image_large_url":{"type":"string","format":"uri"},"major_model_version":{"type":"string"},"model_name":{"type":"string"},"metadata":{"$ref":"component:/ClipMetadata"},"is_liked":{"type":"boolean"},"user_id":{"type":"string","format":"uuid"},"display_name":{"type":"string"},"handle":{"type":"string"},"is_handle_updated":{"type":"boolean"},"avatar_image_url":{"type":["string","null"],"format":"uri"},"is_trashed":{"type":"boolean"},"created_at":{"type":"string","format":"date-time"},"status":{"type":"string"},"title":{"type":"string"},"play_count":{"type":"integer"},"upvote_count":{"type":"integer"},"is_public":{"type":"boolean"}}};

function validate8(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate8.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.tags === undefined) || (!(func0.call(data, "tags")))) && (missing0 = "tags")) || (((data.type === undefined) || (!(func0.call(data, "type")))) && (missing0 = "type"))) || (((data.duration === undefined) || (!(func0.call(data, "duration")))) && (missing0 = "duration"))){
validate8.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.tags !== undefined && func0.call(data, "tags")){
const _errs1 = errors;
if(typeof data.tags !== "string"){
validate8.errors = [{instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.prompt !== undefined && func0.call(data, "prompt")){
const _errs3 = errors;
if(typeof data.prompt !== "string"){
validate8.errors = [{instancePath:instancePath+"/prompt",schemaPath:"#/properties/prompt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.type !== undefined && func0.call(data, "type")){
const _errs5 = errors;
if(typeof data.type !== "string"){
validate8.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.duration !== undefined && func0.call(data, "duration")){
const _errs7 = errors;
if(!(typeof data.duration == "number")){
validate8.errors = [{instancePath:instancePath+"/duration",schemaPath:"#/properties/duration/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.refund_credits !== undefined && func0.call(data, "refund_credits")){
const _errs9 = errors;
if(typeof data.refund_credits !== "boolean"){
validate8.errors = [{instancePath:instancePath+"/refund_credits",schemaPath:"#/properties/refund_credits/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stream !== undefined && func0.call(data, "stream")){
const _errs11 = errors;
if(typeof data.stream !== "boolean"){
validate8.errors = [{instancePath:instancePath+"/stream",schemaPath:"#/properties/stream/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate8.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate8.errors = vErrors;
return errors === 0;
}
validate8.evaluated = {"props":{"tags":true,"prompt":true,"type":true,"duration":true,"refund_credits":true,"stream":true},"dynamicProps":false,"dynamicItems":false};

const formats12 = /^\d\d\d\d-[0-1]\d-[0-3]\dt(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i;

function validate6(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate6.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((((((((data.id === undefined) || (!(func0.call(data, "id")))) && (missing0 = "id")) || (((data.video_url === undefined) || (!(func0.call(data, "video_url")))) && (missing0 = "video_url"))) || (((data.audio_url === undefined) || (!(func0.call(data, "audio_url")))) && (missing0 = "audio_url"))) || (((data.image_url === undefined) || (!(func0.call(data, "image_url")))) && (missing0 = "image_url"))) || (((data.image_large_url === undefined) || (!(func0.call(data, "image_large_url")))) && (missing0 = "image_large_url"))) || (((data.major_model_version === undefined) || (!(func0.call(data, "major_model_version")))) && (missing0 = "major_model_version"))) || (((data.model_name === undefined) || (!(func0.call(data, "model_name")))) && (missing0 = "model_name"))) || (((data.metadata === undefined) || (!(func0.call(data, "metadata")))) && (missing0 = "metadata"))) || (((data.is_liked === undefined) || (!(func0.call(data, "is_liked")))) && (missing0 = "is_liked"))) || (((data.handle === undefined) || (!(func0.call(data, "handle")))) && (missing0 = "handle"))) || (((data.is_handle_updated === undefined) || (!(func0.call(data, "is_handle_updated")))) && (missing0 = "is_handle_updated"))) || (((data.is_trashed === undefined) || (!(func0.call(data, "is_trashed")))) && (missing0 = "is_trashed"))) || (((data.created_at === undefined) || (!(func0.call(data, "created_at")))) && (missing0 = "created_at"))) || (((data.status === undefined) || (!(func0.call(data, "status")))) && (missing0 = "status"))) || (((data.title === undefined) || (!(func0.call(data, "title")))) && (missing0 = "title"))) || (((data.play_count === undefined) || (!(func0.call(data, "play_count")))) && (missing0 = "play_count"))) || (((data.upvote_count === undefined) || (!(func0.call(data, "upvote_count")))) && (missing0 = "upvote_count"))) || (((data.is_public === undefined) || (!(func0.call(data, "is_public")))) && (missing0 = "is_public"))){
validate6.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.id !== undefined && func0.call(data, "id")){
const _errs1 = errors;
if(!(validate1(data.id, {instancePath:instancePath+"/id",parentData:data,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.video_url !== undefined && func0.call(data, "video_url")){
const _errs2 = errors;
if(typeof data.video_url !== "string"){
validate6.errors = [{instancePath:instancePath+"/video_url",schemaPath:"#/properties/video_url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.audio_url !== undefined && func0.call(data, "audio_url")){
const _errs4 = errors;
if(typeof data.audio_url !== "string"){
validate6.errors = [{instancePath:instancePath+"/audio_url",schemaPath:"#/properties/audio_url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.image_url !== undefined && func0.call(data, "image_url")){
let data3 = data.image_url;
const _errs6 = errors;
if(errors === _errs6){
if(errors === _errs6){
if(typeof data3 === "string"){
if(!(formats4.test(data3))){
validate6.errors = [{instancePath:instancePath+"/image_url",schemaPath:"#/properties/image_url/format",keyword:"format",params:{format: "uri"},message:"must match format \""+"uri"+"\""}];
return false;
}
}
else {
validate6.errors = [{instancePath:instancePath+"/image_url",schemaPath:"#/properties/image_url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.image_large_url !== undefined && func0.call(data, "image_large_url")){
let data4 = data.image_large_url;
const _errs8 = errors;
if(errors === _errs8){
if(errors === _errs8){
if(typeof data4 === "string"){
if(!(formats4.test(data4))){
validate6.errors = [{instancePath:instancePath+"/image_large_url",schemaPath:"#/properties/image_large_url/format",keyword:"format",params:{format: "uri"},message:"must match format \""+"uri"+"\""}];
return false;
}
}
else {
validate6.errors = [{instancePath:instancePath+"/image_large_url",schemaPath:"#/properties/image_large_url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.major_model_version !== undefined && func0.call(data, "major_model_version")){
const _errs10 = errors;
if(typeof data.major_model_version !== "string"){
validate6.errors = [{instancePath:instancePath+"/major_model_version",schemaPath:"#/properties/major_model_version/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.model_name !== undefined && func0.call(data, "model_name")){
const _errs12 = errors;
if(typeof data.model_name !== "string"){
validate6.errors = [{instancePath:instancePath+"/model_name",schemaPath:"#/properties/model_name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metadata !== undefined && func0.call(data, "metadata")){
const _errs14 = errors;
if(!(validate8(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate8.errors : vErrors.concat(validate8.errors);
errors = vErrors.length;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.is_liked !== undefined && func0.call(data, "is_liked")){
const _errs15 = errors;
if(typeof data.is_liked !== "boolean"){
validate6.errors = [{instancePath:instancePath+"/is_liked",schemaPath:"#/properties/is_liked/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.user_id !== undefined && func0.call(data, "user_id")){
let data9 = data.user_id;
const _errs17 = errors;
if(errors === _errs17){
if(errors === _errs17){
if(typeof data9 === "string"){
if(!(formats0.test(data9))){
validate6.errors = [{instancePath:instancePath+"/user_id",schemaPath:"#/properties/user_id/format",keyword:"format",params:{format: "uuid"},message:"must match format \""+"uuid"+"\""}];
return false;
}
}
else {
validate6.errors = [{instancePath:instancePath+"/user_id",schemaPath:"#/properties/user_id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.display_name !== undefined && func0.call(data, "display_name")){
const _errs19 = errors;
if(typeof data.display_name !== "string"){
validate6.errors = [{instancePath:instancePath+"/display_name",schemaPath:"#/properties/display_name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.handle !== undefined && func0.call(data, "handle")){
const _errs21 = errors;
if(typeof data.handle !== "string"){
validate6.errors = [{instancePath:instancePath+"/handle",schemaPath:"#/properties/handle/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.is_handle_updated !== undefined && func0.call(data, "is_handle_updated")){
const _errs23 = errors;
if(typeof data.is_handle_updated !== "boolean"){
validate6.errors = [{instancePath:instancePath+"/is_handle_updated",schemaPath:"#/properties/is_handle_updated/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.avatar_image_url !== undefined && func0.call(data, "avatar_image_url")){
let data13 = data.avatar_image_url;
const _errs25 = errors;
if((typeof data13 !== "string") && (data13 !== null)){
validate6.errors = [{instancePath:instancePath+"/avatar_image_url",schemaPath:"#/properties/avatar_image_url/type",keyword:"type",params:{type: schema3.properties.avatar_image_url.type},message:"must be string,null"}];
return false;
}
if(errors === _errs25){
if(errors === _errs25){
if(typeof data13 === "string"){
if(!(formats4.test(data13))){
validate6.errors = [{instancePath:instancePath+"/avatar_image_url",schemaPath:"#/properties/avatar_image_url/format",keyword:"format",params:{format: "uri"},message:"must match format \""+"uri"+"\""}];
return false;
}
}
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.is_trashed !== undefined && func0.call(data, "is_trashed")){
const _errs27 = errors;
if(typeof data.is_trashed !== "boolean"){
validate6.errors = [{instancePath:instancePath+"/is_trashed",schemaPath:"#/properties/is_trashed/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.created_at !== undefined && func0.call(data, "created_at")){
let data15 = data.created_at;
const _errs29 = errors;
if(errors === _errs29){
if(errors === _errs29){
if(typeof data15 === "string"){
if(!(formats12.test(data15))){
validate6.errors = [{instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""}];
return false;
}
}
else {
validate6.errors = [{instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined && func0.call(data, "status")){
const _errs31 = errors;
if(typeof data.status !== "string"){
validate6.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined && func0.call(data, "title")){
const _errs33 = errors;
if(typeof data.title !== "string"){
validate6.errors = [{instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.play_count !== undefined && func0.call(data, "play_count")){
let data18 = data.play_count;
const _errs35 = errors;
if(!((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18)))){
validate6.errors = [{instancePath:instancePath+"/play_count",schemaPath:"#/properties/play_count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.upvote_count !== undefined && func0.call(data, "upvote_count")){
let data19 = data.upvote_count;
const _errs37 = errors;
if(!((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19)))){
validate6.errors = [{instancePath:instancePath+"/upvote_count",schemaPath:"#/properties/upvote_count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.is_public !== undefined && func0.call(data, "is_public")){
const _errs39 = errors;
if(typeof data.is_public !== "boolean"){
validate6.errors = [{instancePath:instancePath+"/is_public",schemaPath:"#/properties/is_public/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate6.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate6.errors = vErrors;
return errors === 0;
}
validate6.evaluated = {"props":{"id":true,"video_url":true,"audio_url":true,"image_url":true,"image_large_url":true,"major_model_version":true,"model_name":true,"metadata":true,"is_liked":true,"user_id":true,"display_name":true,"handle":true,"is_handle_updated":true,"avatar_image_url":true,"is_trashed":true,"created_at":true,"status":true,"title":true,"play_count":true,"upvote_count":true,"is_public":true},"dynamicProps":false,"dynamicItems":false};


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate11.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.clip === undefined) || (!(func0.call(data, "clip")))) && (missing0 = "clip")){
validate11.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.clip !== undefined && func0.call(data, "clip")){
const _errs1 = errors;
if(!(validate6(data.clip, {instancePath:instancePath+"/clip",parentData:data,parentDataProperty:"clip",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate6.errors : vErrors.concat(validate6.errors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.id !== undefined && func0.call(data, "id")){
let data1 = data.id;
const _errs2 = errors;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
validate11.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate11.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate11.errors = vErrors;
return errors === 0;
}
validate11.evaluated = {"props":{"clip":true,"id":true},"dynamicProps":false,"dynamicItems":false};


function validate4(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate4.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((data.id === undefined) || (!(func0.call(data, "id")))) && (missing0 = "id")) || (((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name"))) || (((data.description === undefined) || (!(func0.call(data, "description")))) && (missing0 = "description"))) || (((data.root_clip_id === undefined) || (!(func0.call(data, "root_clip_id")))) && (missing0 = "root_clip_id"))) || (((data.clip === undefined) || (!(func0.call(data, "clip")))) && (missing0 = "clip"))) || (((data.user_display_name === undefined) || (!(func0.call(data, "user_display_name")))) && (missing0 = "user_display_name"))) || (((data.user_handle === undefined) || (!(func0.call(data, "user_handle")))) && (missing0 = "user_handle"))) || (((data.user_image_url === undefined) || (!(func0.call(data, "user_image_url")))) && (missing0 = "user_image_url"))) || (((data.persona_clips === undefined) || (!(func0.call(data, "persona_clips")))) && (missing0 = "persona_clips"))){
validate4.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.id !== undefined && func0.call(data, "id")){
let data0 = data.id;
const _errs1 = errors;
if(errors === _errs1){
if(errors === _errs1){
if(typeof data0 === "string"){
if(!(formats0.test(data0))){
validate4.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/format",keyword:"format",params:{format: "uuid"},message:"must match format \""+"uuid"+"\""}];
return false;
}
}
else {
validate4.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined && func0.call(data, "name")){
const _errs3 = errors;
if(typeof data.name !== "string"){
validate4.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.description !== undefined && func0.call(data, "description")){
const _errs5 = errors;
if(typeof data.description !== "string"){
validate4.errors = [{instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.root_clip_id !== undefined && func0.call(data, "root_clip_id")){
const _errs7 = errors;
if(!(validate1(data.root_clip_id, {instancePath:instancePath+"/root_clip_id",parentData:data,parentDataProperty:"root_clip_id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clip !== undefined && func0.call(data, "clip")){
const _errs8 = errors;
if(!(validate6(data.clip, {instancePath:instancePath+"/clip",parentData:data,parentDataProperty:"clip",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate6.errors : vErrors.concat(validate6.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.user_display_name !== undefined && func0.call(data, "user_display_name")){
const _errs9 = errors;
if(typeof data.user_display_name !== "string"){
validate4.errors = [{instancePath:instancePath+"/user_display_name",schemaPath:"#/properties/user_display_name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.user_handle !== undefined && func0.call(data, "user_handle")){
const _errs11 = errors;
if(typeof data.user_handle !== "string"){
validate4.errors = [{instancePath:instancePath+"/user_handle",schemaPath:"#/properties/user_handle/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.user_image_url !== undefined && func0.call(data, "user_image_url")){
let data7 = data.user_image_url;
const _errs13 = errors;
if(errors === _errs13){
if(errors === _errs13){
if(typeof data7 === "string"){
if(!(formats4.test(data7))){
validate4.errors = [{instancePath:instancePath+"/user_image_url",schemaPath:"#/properties/user_image_url/format",keyword:"format",params:{format: "uri"},message:"must match format \""+"uri"+"\""}];
return false;
}
}
else {
validate4.errors = [{instancePath:instancePath+"/user_image_url",schemaPath:"#/properties/user_image_url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.persona_clips !== undefined && func0.call(data, "persona_clips")){
let data8 = data.persona_clips;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data8)){
var valid1 = true;
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
const _errs17 = errors;
if(!(validate11(data8[i0], {instancePath:instancePath+"/persona_clips/" + i0,parentData:data8,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
var valid1 = _errs17 === errors;
if(!valid1){
break;
}
}
}
else {
validate4.errors = [{instancePath:instancePath+"/persona_clips",schemaPath:"#/properties/persona_clips/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate4.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate4.errors = vErrors;
return errors === 0;
}
validate4.evaluated = {"props":{"id":true,"name":true,"description":true,"root_clip_id":true,"clip":true,"user_display_name":true,"user_handle":true,"user_image_url":true,"persona_clips":true},"dynamicProps":false,"dynamicItems":false};

const check2 = validate1;

const check3 = validate8;

const check4 = validate6;

const check5 = validate11;

const check6 = validate14;

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate14.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate14.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate14.errors = vErrors;
return errors === 0;
}
validate14.evaluated = {"dynamicProps":false,"dynamicItems":false};

/** The validators of each operation's bodies: true, or false with the reasons in `errors`. */
export const validators = {
  createPersona: { request: check0, responses: { "200": check1 } },
};

/** The validator of each component schema. */
export const schemas = {
  "ClipId": check2,
  "CreatePersonaRequest": check0,
  "ClipMetadata": check3,
  "Clip": check4,
  "PersonaClip": check5,
  "Persona": check1,
  "ApiErrorBody": check6,
};
