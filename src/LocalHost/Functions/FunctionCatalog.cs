using System.Text.Json;
using NtmServerless.LocalHost.Startup;
using NtmServerless.LocalHost.Worker;

namespace NtmServerless.LocalHost.Functions;

/// <summary>The functions of an app, read from what its build wrote down, in the alphabetical order in which the official host takes them.</summary>
internal sealed class FunctionCatalog
{
    private const string DurableClient = "durableClient";

    private readonly Dictionary<(TriggerKind, string), FunctionEntry> _byName = [];

    private FunctionCatalog(IReadOnlyList<FunctionEntry> functions)
    {
        Functions = functions;
        foreach (FunctionEntry function in functions)
            _byName[(function.Kind, function.Name.ToUpperInvariant())] = function;
    }

    public IReadOnlyList<FunctionEntry> Functions { get; }

    /// <summary>Reads functions.metadata in the app's folder; a function that this host cannot start goes to <paramref name="refusals"/>.</summary>
    /// <exception cref="HostStartException">There is no app in the folder.</exception>
    public static FunctionCatalog Read(string folder, ICollection<string> refusals)
    {
        string path = Path.Combine(folder, "functions.metadata");
        if (!File.Exists(path))
            throw AppFolder.NotThere(folder, "functions.metadata");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        List<FunctionEntry> found = [];
        foreach (JsonElement function in document.RootElement.EnumerateArray())
        {
            string name = function.GetProperty("name").GetString()!;
            if (Entry(name, [.. function.GetProperty("bindings").EnumerateArray().Select(Properties)]) is { } entry)
                found.Add(entry);
            else
                refusals.Add($"Function {name} has no trigger that this host knows.");
        }

        return new FunctionCatalog([.. found.OrderBy(f => f.Name, StringComparer.InvariantCultureIgnoreCase)]);
    }

    public FunctionEntry? Find(TriggerKind kind, string name) => _byName.GetValueOrDefault((kind, name.ToUpperInvariant()));

    private static Dictionary<string, JsonElement> Properties(JsonElement binding) =>
        binding.EnumerateObject().ToDictionary(property => property.Name, property => property.Value, StringComparer.OrdinalIgnoreCase);

    private static FunctionEntry? Entry(string name, List<Dictionary<string, JsonElement>> bindings)
    {
        foreach (Dictionary<string, JsonElement> binding in bindings)
        {
            if (KindOf(Text(binding, "type")!) is { } kind)
            {
                return new FunctionEntry(name, kind, Text(binding, "name")!)
                {
                    DurableClient = bindings.Find(other => Text(other, "type") == DurableClient) is { } client ? Text(client, "name") : null,
                    Route = Text(binding, "route"),
                    Methods = binding.TryGetValue("methods", out JsonElement methods)
                        ? [.. methods.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant())] : [],
                    Schedule = Text(binding, "schedule") ?? "",
                    RunOnStartup = Flag(binding, "runOnStartup", false),
                    UseMonitor = Flag(binding, "useMonitor", true),
                };
            }
        }

        return null;
    }

    private static string? Text(Dictionary<string, JsonElement> binding, string name) =>
        binding.TryGetValue(name, out JsonElement value) ? value.GetString() : null;

    private static bool Flag(Dictionary<string, JsonElement> binding, string name, bool otherwise) =>
        binding.TryGetValue(name, out JsonElement value) ? value.GetBoolean() : otherwise;

    private static TriggerKind? KindOf(string type) => type switch
    {
        "httpTrigger" => TriggerKind.Http,
        "timerTrigger" => TriggerKind.Timer,
        "orchestrationTrigger" => TriggerKind.Orchestration,
        "activityTrigger" => TriggerKind.Activity,
        _ => null,
    };
}
