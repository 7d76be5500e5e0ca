using System.Text.Json;

namespace NtmServerless.LocalHost.Functions;

/// <summary>The functions of an app, read from what its build wrote down, in the alphabetical order in which the official host takes them.</summary>
internal sealed class FunctionCatalog
{
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
        List<FunctionEntry> found = [];
        foreach (Described function in JsonSerializer.Deserialize<Described[]>(File.ReadAllBytes(path), JsonSerializerOptions.Web)!)
        {
            if (Entry(function) is { } entry)
                found.Add(entry);
            else
                refusals.Add($"Function {function.Name} has no trigger that this host knows.");
        }

        return new FunctionCatalog([.. found.OrderBy(f => f.Name, StringComparer.InvariantCultureIgnoreCase)]);
    }

    public FunctionEntry? Find(TriggerKind kind, string name) => _byName.GetValueOrDefault((kind, name.ToUpperInvariant()));

    private static FunctionEntry? Entry(Described function) =>
        function.Bindings.Find(binding => KindOf(binding.Type) is not null) is not { } trigger ? null
        : new FunctionEntry(function.Name, KindOf(trigger.Type)!.Value, trigger.Name)
        {
            DurableClient = function.Bindings.Find(binding => binding.Type == "durableClient")?.Name,
            Route = trigger.Route,
            Methods = [.. (trigger.Methods ?? []).Select(method => method.ToUpperInvariant())],
            Schedule = trigger.Schedule ?? "",
            RunOnStartup = trigger.RunOnStartup,
            UseMonitor = trigger.UseMonitor,
        };

    private static TriggerKind? KindOf(string type) => type switch
    {
        "httpTrigger" => TriggerKind.Http,
        "timerTrigger" => TriggerKind.Timer,
        "orchestrationTrigger" => TriggerKind.Orchestration,
        "activityTrigger" => TriggerKind.Activity,
        _ => null,
    };

    private sealed record Described(string Name, List<Binding> Bindings);

    private sealed record Binding(
        string Name, string Type, string? Route, string[]? Methods, string? Schedule, bool RunOnStartup = false, bool UseMonitor = true);
}
