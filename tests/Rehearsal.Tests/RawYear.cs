using System.Text.Json.Nodes;

namespace NtmServerless.Rehearsal.Tests;

/// <summary>
/// The rows that a rehearsed year left, read from the file that the storage saved them in: no code of the product has a hand in
/// it.
/// </summary>
internal sealed class RawYear
{
    private readonly Dictionary<string, List<(string Partition, string Key, JsonNode Record)>> _tables = new(StringComparer.Ordinal);

    public RawYear(string dataFolder)
    {
        string file = Directory.EnumerateFiles(dataFolder, "__azurite_db_table__.json", SearchOption.AllDirectories).Single();
        JsonNode saved = JsonNode.Parse(File.ReadAllText(file))!;
        foreach (JsonNode? collection in saved["collections"]!.AsArray())
        {
            string name = Text(collection!["name"]);
            _tables[name[(name.IndexOf('$', StringComparison.Ordinal) + 1)..]] =
                [.. collection["data"]!.AsArray().Where(r => r!["properties"]?["Json"] is not null).Select(r => (Text(r!["PartitionKey"]), Text(r["RowKey"]), Record(r["properties"]!)))];
        }
    }

    /// <summary>The classes with their rows, by partition.</summary>
    public IEnumerable<RawClass> Classes => _tables["Classes"].GroupBy(r => r.Partition).Where(g => g.Any(r => r.Key == "class"))
        .Select(g => new RawClass(g.Single(r => r.Key == "class").Record, [.. g.Select(r => (r.Key, r.Record))]));

    public IEnumerable<JsonNode> Rows(string table, string prefix) =>
        _tables[table].Where(r => r.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Record);

    /// <summary>The day in Vietnam of a stored moment.</summary>
    public static DateOnly DayOf(JsonNode? moment) => DateOnly.FromDateTime(DateTimeOffset.Parse(Text(moment), null).ToOffset(TimeSpan.FromHours(7)).DateTime);

    public static string Text(JsonNode? node) => node!.GetValue<string>();

    private static JsonNode Record(JsonNode properties)
    {
        string json = Text(properties["Json"]);
        for (int i = 1; properties[$"Json{i}"] is { } part; i++) json += Text(part);
        return JsonNode.Parse(json)!;
    }
}

/// <summary>One class and its rows.</summary>
internal sealed record RawClass(JsonNode Head, IReadOnlyList<(string Key, JsonNode Record)> Rows)
{
    public string Stage => RawYear.Text(Head["stage"]);

    public string Stream => RawYear.Text(Head["streamId"]);

    public DateOnly LastDay => Head["sessions"]!.AsArray().Max(s => RawYear.DayOf(s!["endsAt"]));

    /// <summary>Null until its report is approved.</summary>
    public DateOnly? ApprovedOn => Head["report"]?["approvedAt"] is { } at ? RawYear.DayOf(at) : null;

    public IReadOnlyList<JsonNode> Registrations => [.. Of("reg-")];

    /// <summary>Registrations that are marked present in at least one session.</summary>
    public IReadOnlyList<JsonNode> Attended
    {
        get
        {
            HashSet<string> present = [.. Of("att-").SelectMany(s => s["marks"]!.AsObject().Where(m => RawYear.Text(m.Value) == "Present").Select(m => m.Key))];
            return [.. Registrations.Where(r => present.Contains(RawYear.Text(r["code"])))];
        }
    }

    /// <summary>What the last report of the class says was spent.</summary>
    public IEnumerable<(string Source, long Amount)> Spent => Of("report-").LastOrDefault()?["spent"]?.AsArray()
        .Select(s => (RawYear.Text(s!["sourceId"]), s["amount"]!.GetValue<long>())) ?? [];

    private IEnumerable<JsonNode> Of(string prefix) =>
        Rows.Where(r => r.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Record);
}
