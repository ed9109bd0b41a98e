package httpserver

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/footnote-go/footnote/toolset"
)

type object = map[string]any

// openAPI describes the server in OpenAPI 3.1, whose schemas are JSON Schemas as the
// operations have them.
func openAPI(base, version string, token bool) ([]byte, error) {
	paths := object{}
	schemas := object{"Problem": problemSchema}
	for _, o := range toolset.Operations() {
		schemas[o.Name+"_input"], schemas[o.Name+"_output"] = o.Input, o.Output
		item := object{"post": object{
			"operationId": o.Name, "summary": o.Title, "description": o.Description, "tags": []string{"operations"},
			"requestBody": object{"required": len(o.Input.Required) > 0, "content": object{"application/json": object{"schema": ref(o.Name + "_input")}}},
			"responses":   responses(ref(o.Name + "_output")),
		}}
		if takesQuery(o) {
			item["get"] = object{
				"operationId": o.Name + "_by_query", "summary": o.Title, "description": o.Description, "tags": []string{"operations"},
				"parameters": parameters(o.Input),
				"responses":  responses(ref(o.Name + "_output")),
			}
		}
		paths["/v1/"+o.Name] = item
	}
	for path, what := range map[string][3]string{
		"/":             {"home", "The articles and a form to search them", "text/html"},
		"/a/{article}":  {"article", "An article as a page; with .md behind its ID as Markdown, with .txt as plain text", "text/html"},
		"/llms.txt":     {"llms", "What there is, for models", "text/plain"},
		"/healthz":      {"healthz", "Whether the server is ready", "text/plain"},
		"/metrics":      {"metrics", "Figures as Prometheus reads them", "text/plain"},
		"/openapi.json": {"openapi", "This document", "application/json"},
	} {
		content := object{what[2]: object{}}
		problem := problemResponse
		if what[2] == "text/html" {
			problem = pageProblemResponse
		}
		get := object{
			"operationId": what[0], "summary": what[1], "tags": []string{"pages"},
			"responses": object{"200": object{"description": what[1], "content": content}, "4XX": problem, "5XX": problemResponse},
		}
		if path == "/a/{article}" {
			content["text/markdown"], content["text/plain"] = object{}, object{}
			get["parameters"] = []object{{"name": "article", "in": "path", "required": true, "schema": object{"type": "string"}, "description": "the article's ID"}}
		}
		if path == "/" {
			get["parameters"] = []object{{"name": "q", "in": "query", "schema": object{"type": "string"}, "description": "a question"}}
		}
		paths[path] = object{"get": get}
	}
	doc := object{
		"openapi": "3.1.0",
		"info": object{
			"title": "footnote", "version": version, "summary": "Cited passages and facts of footnoted articles, and a check of answers about them",
			"description": "What is grounded the article says, there, under that note; whether it is true nobody checked.",
			"license":     object{"name": "Apache 2.0", "identifier": "Apache-2.0"},
		},
		"tags": []object{
			{"name": "operations", "description": "What a language model may call"},
			{"name": "pages", "description": "For people, models and monitoring"},
		},
		"paths":      paths,
		"components": object{"schemas": schemas},
		"security":   []object{},
	}
	if base == "" {
		base = "/"
	}
	doc["servers"] = []object{{"url": base}}
	if token {
		doc["components"].(object)["securitySchemes"] = object{"token": object{"type": "http", "scheme": "bearer"}}
		doc["security"] = []object{{"token": []string{}}}
		paths["/healthz"].(object)["get"].(object)["security"] = []object{}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(doc)
	return b.Bytes(), err
}

func ref(name string) object { return object{"$ref": "#/components/schemas/" + name} }

var problemSchema = object{
	"type": "object", "description": "an error (RFC 9457)",
	"properties": object{
		"schema": object{"type": "string"}, "type": object{"type": "string", "format": "uri-reference"}, "title": object{"type": "string"},
		"status": object{"type": "integer"}, "detail": object{"type": "string", "description": "a sentence that says what to do"},
		"code": object{"type": "string", "description": "which error it is, for programs"},
	},
	"required": []string{"schema", "type", "title", "status", "detail", "code"},
}

var problemResponse = object{
	"description": "An error",
	"content":     object{"application/problem+json": object{"schema": ref("Problem")}},
}

// pageProblemResponse is of what people read: that there is no such article, a page says.
var pageProblemResponse = object{
	"description": "An error",
	"content":     object{"application/problem+json": object{"schema": ref("Problem")}, "text/html": object{}},
}

func responses(output object) object {
	return object{
		"200": object{"description": "The result", "content": object{"application/json": object{"schema": output}}},
		"4XX": problemResponse,
		"5XX": problemResponse,
	}
}

// parameters describes arguments as parts of a query. A list is a key that is repeated.
func parameters(in *jsonschema.Schema) []object {
	out := []object{}
	for _, name := range in.PropertyOrder {
		p := in.Properties[name]
		one := object{"name": name, "in": "query", "schema": p, "description": p.Description}
		if slices.Contains(in.Required, name) {
			one["required"] = true
		}
		out = append(out, one)
	}
	return out
}
