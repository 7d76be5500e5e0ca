using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;

namespace NtmServerless.Functions.OpenApi;

/// <summary>
/// The API as OpenAPI 3.1, made from the functions themselves: routes and methods from their triggers, who may call from
/// their access rule, schemas from their types, examples from examples.json. So it cannot say what is not so.
/// </summary>
public sealed partial class ApiDescription
{
    // Schemas nest deeper than any request may.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonObject Examples = ReadExamples();

    /// <summary>The whole description.</summary>
    public string Json { get; } = Describe().ToJsonString(Readable);

    public static JsonObject Describe()
    {
        JsonObject paths = [];
        JsonObject schemas = new() { [nameof(Problem)] = JsonSchemaExporter.GetJsonSchemaAsNode(Wire.Json, typeof(Problem)) };
        foreach ((string name, MethodInfo method, var trigger) in AccessRules.HttpFunctions().Where(f => !AccessRules.Pages.Contains(f.Name)).OrderBy(f => f.Trigger.Route, StringComparer.Ordinal))
        {
            OperationAttribute? operation = method.GetCustomAttribute<OperationAttribute>();
            AccessAttribute? access = method.GetCustomAttribute<AccessAttribute>();
            if (operation is null || access is null) continue;
            string path = "/" + Constraint().Replace(trigger.Route!, p => IsOptional(p) ? "" : $"{{{p.Groups[1].Value}}}");
            JsonObject item = paths[path] as JsonObject ?? [];
            paths[path] = item;
            foreach (string verb in trigger.Methods!)
            {
                JsonObject described = Operation(name, operation, access, method, schemas);
                if (verb == "head") described["operationId"] = name + "Head";
                item[verb] = described;
            }
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "NtmServerless", ["version"] = "1.0" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject
                {
                    ["callerKey"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = AccessMiddleware.KeyHeader },
                    ["signature"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = OutsideFormsApi.SignatureHeader },
                },
                ["schemas"] = schemas,
            },
        };
    }

    /// <summary>What the example of a function is; null where it takes nothing.</summary>
    public static JsonNode? ExampleOf(string function) => Examples[function]?.DeepClone();

    private static JsonObject Operation(
        string name, OperationAttribute operation, AccessAttribute access, MethodInfo method, JsonObject schemas)
    {
        JsonObject described = new()
        {
            ["operationId"] = name,
            ["summary"] = operation.Summary,
            ["parameters"] = new JsonArray([.. Parameters(method)]),
            ["responses"] = Responses(operation, access, schemas),
            ["security"] = access switch
            {
                CallersAttribute => new JsonArray(new JsonObject { ["callerKey"] = new JsonArray() }),
                SignedAttribute => new JsonArray(new JsonObject { ["signature"] = new JsonArray() }),
                _ => new JsonArray(),
            },
        };
        if (access is CallersAttribute callers)
            described["x-roles"] = new JsonArray([.. callers.Roles.Select(r => (JsonNode)r.ToString())]);
        if (operation.TakesMedia != "application/json")
            described["requestBody"] = Body(operation.TakesMedia, operation.FileAlone ? File() : Upload(), ExampleOf(name));
        else if (operation.Takes is { } takes)
            described["requestBody"] = Body("application/json", Schema(takes, schemas), ExampleOf(name));
        return described;
    }

    private static IEnumerable<JsonNode> Parameters(MethodInfo method)
    {
        string route = method.GetParameters()
            .Select(p => p.GetCustomAttribute<Microsoft.Azure.Functions.Worker.HttpTriggerAttribute>()).First(t => t is not null)!.Route!;
        foreach (Match match in Constraint().Matches(route).Where(p => !IsOptional(p)))
        {
            yield return new JsonObject
            {
                ["name"] = match.Groups[1].Value,
                ["in"] = "path",
                ["required"] = true,
                ["schema"] = new JsonObject { ["type"] = match.Value.Contains(":int", StringComparison.Ordinal) ? "integer" : "string" },
            };
        }

        bool changes = method.GetParameters().Any(p => p.Name == "client");
        if (!changes) yield break;
        yield return new JsonObject
        {
            ["name"] = AskReader.IdempotencyHeader,
            ["in"] = "header",
            ["required"] = false,
            ["schema"] = new JsonObject { ["type"] = "string", ["maxLength"] = 200 },
        };
    }

    private static JsonObject Responses(OperationAttribute operation, AccessAttribute access, JsonObject schemas)
    {
        JsonObject content = new() { [operation.Media] = operation.Gives is { } gives ? new JsonObject { ["schema"] = Schema(gives, schemas) } : new JsonObject() };
        JsonObject responses = new()
        {
            [$"{operation.Status}"] = new JsonObject { ["description"] = "OK", ["content"] = content },
            ["default"] = new JsonObject
            {
                ["description"] = "Problem",
                ["content"] = new JsonObject
                {
                    ["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } },
                },
            },
        };
        if (access is not PublicAttribute) responses["401"] = responses["default"]!.DeepClone();
        return responses;
    }

    private static JsonObject Body(string media, JsonNode schema, JsonNode? example)
    {
        JsonObject content = new() { ["schema"] = schema };
        if (example is not null) content["example"] = example;
        return new JsonObject { ["required"] = true, ["content"] = new JsonObject { [media] = content } };
    }

    private static JsonObject File() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("file"),
        ["properties"] = new JsonObject { ["file"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } },
    };

    private static JsonObject Upload() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("kind", "file"),
        ["properties"] = new JsonObject
        {
            ["kind"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("signedSheet", "photo") },
            ["session"] = new JsonObject { ["type"] = "integer" },
            ["signatures"] = new JsonObject { ["type"] = "integer" },
            ["file"] = new JsonObject { ["type"] = "string", ["format"] = "binary" },
        },
    };

    // Each type once, by its name: the exporter points from one part of a schema to another as if it stood alone in its file.
    private static JsonObject Schema(Type type, JsonObject schemas)
    {
        string name = type.IsArray ? type.GetElementType()!.Name + "List" : type.IsGenericType ? "Answers" : type.Name;
        string place = "#/components/schemas/" + name;
        JsonNode Alone() => type == typeof(Plan) ? PlanFile() : JsonSchemaExporter.GetJsonSchemaAsNode(Wire.Json, type, WireTimes.Schema);
        schemas[name] ??= JsonNode.Parse(Alone().ToJsonString()
            .Replace("\"$ref\":\"#", "\"$ref\":\"" + place, StringComparison.Ordinal));
        return new JsonObject { ["$ref"] = place };
    }

    // A plan is read by rules of its own, which its published schema says.
    private static JsonNode PlanFile() =>
        JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plans", "plan.schema.json")))!;

    private static JsonObject ReadExamples()
    {
        using Stream file = typeof(ApiDescription).Assembly.GetManifestResourceStream("examples.json")!;
        return JsonNode.Parse(file)!.AsObject();
    }

    // Only the first page has one, which stands for nothing.
    private static bool IsOptional(Match parameter) => parameter.Value.EndsWith("?}", StringComparison.Ordinal);

    [GeneratedRegex(@"\{(\w+)(:[^{}]+?)?\??\}")]
    private static partial Regex Constraint();
}
