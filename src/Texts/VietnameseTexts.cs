using System.Text.Json;

namespace NtmServerless.Texts;

/// <summary>
/// Every text that a user sees, from the files in <c>vi/</c>: one place for a translator. Placeholders look like {name}.
/// Texts of pages stand in <c>vi/pages/</c>, a file an area; each key begins with the name of its file.
/// </summary>
public sealed class VietnameseTexts
{
    private readonly Dictionary<string, ProblemText> _problems = Read<ProblemText>("problems.json");
    private readonly Dictionary<string, string> _fields = Read<string>("fields.json");
    private readonly Dictionary<string, string> _words = Read<string>("words.json");
    private readonly Dictionary<string, string> _report = Read<string>("report.json");
    private readonly Dictionary<string, string> _console = Read<string>("console.json");
    private readonly Dictionary<string, string> _pages = [];

    public VietnameseTexts()
    {
        foreach (string file in typeof(VietnameseTexts).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("pages", StringComparison.Ordinal)))
            foreach ((string key, string text) in Read<string>(file)) _pages.Add(key, text);
    }

    public (string Title, string Detail) Problem(string code, IReadOnlyList<(string Name, object Value)> facts)
    {
        ProblemText text = _problems[code];
        return (Said(TitleOf(code), text.Title), Fill(Said(DetailOf(code), text.Detail), facts));
    }

    /// <summary>What is wrong with a field, and what to do.</summary>
    public string Field(string code, IReadOnlyList<(string Name, object Value)> facts) => Fill(Said(FieldOf(code), _fields[code]), facts);

    /// <summary>The Vietnamese word for a value of the code: a stage, a kind of record.</summary>
    public string Word(string value) => _words.TryGetValue(value, out string? word) ? Said(WordOf(value), word) : value;

    /// <summary>The Vietnamese word for a value of an enum.</summary>
    public string Word(Enum value) => Word(value.ToString());

    /// <summary>A text of the periodic report.</summary>
    public string Report(string key, params IReadOnlyList<(string Name, object Value)> facts) => Fill(_report[key], facts);

    /// <summary>A text for the administrator's console.</summary>
    public string Console(string key, params IReadOnlyList<(string Name, object Value)> facts) => Fill(_console[key], facts);

    /// <summary>A text of a page.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string this[string key] => Said(key, _pages[key]);

    /// <summary>Whether there is such a text of a page.</summary>
    public bool Has(string key) => _pages.ContainsKey(key);

    /// <summary>A text of a page with what it names.</summary>
    public string this[string key, params IReadOnlyList<(string Name, object Value)> facts] => Fill(Said(key, _pages[key]), facts);

    /// <summary>
    /// What villagers' pages say, by key, for whoever translates it: texts of these pages, titles and details of problems, what is wrong
    /// with a field, and words for values.
    /// </summary>
    public IReadOnlyDictionary<string, string> OfVillagers =>
        _pages.Where(t => VillagersTexts.Has(t.Key))
            .Concat(_problems.Select(p => KeyValuePair.Create(TitleOf(p.Key), p.Value.Title)))
            .Concat(_problems.Select(p => KeyValuePair.Create(DetailOf(p.Key), p.Value.Detail)))
            .Concat(_fields.Where(f => VillagersTexts.HasField(f.Key)).Select(f => KeyValuePair.Create(FieldOf(f.Key), f.Value)))
            .Concat(_words.Select(w => KeyValuePair.Create(WordOf(w.Key), w.Value)))
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>A text that an office wrote itself, with what it names.</summary>
    public string Filled(string text, params IReadOnlyList<(string Name, object Value)> facts) => Fill(text, facts);

    public IReadOnlyDictionary<string, string[]> PlanErrors(IReadOnlyList<PlanError> errors) => errors
        .GroupBy(e => e.Path, StringComparer.Ordinal)
        .ToDictionary(
            g => g.Key,
            g => g.Select(e => Field(e.Code, [.. e.Parameters.Select(p => (p.Key, (object)p.Value))])).ToArray(),
            StringComparer.Ordinal);

    private static string TitleOf(string problem) => $"problem.{problem}.title";

    private static string DetailOf(string problem) => $"problem.{problem}.detail";

    private static string FieldOf(string code) => $"field.{code}";

    private static string WordOf(string value) => $"word.{value}";

    private static string Said(string key, string vietnamese) => TextOverlay.Find(key) ?? vietnamese;

    private static Dictionary<string, T> Read<T>(string file)
    {
        using Stream stream = typeof(VietnameseTexts).Assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<Dictionary<string, T>>(stream, JsonSerializerOptions.Web)!;
    }

    // 2024 is a number that is not grouped: never "2.024".
    private const string Year = "year";

    private string Fill(string text, IReadOnlyList<(string Name, object Value)> facts)
    {
        foreach ((string name, object value) in facts)
            text = text.Replace($"{{{name}}}", name == Year ? $"{value}" : Say(value), StringComparison.Ordinal);
        return text;
    }

    private string Say(object value) => value switch
    {
        Enum e => Word(e),
        DateOnly date => Vietnamese.Date(date),
        DateTimeOffset moment => Vietnamese.Moment(moment),
        IFormattable number => Vietnamese.Number(number),
        _ => value.ToString() ?? "",
    };

    private sealed record ProblemText(string Title, string Detail);
}
