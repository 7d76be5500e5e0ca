using System.Globalization;
using System.Text.Json;
using NtmServerless.Domain.Plans;

namespace NtmServerless.Functions.Texts;

/// <summary>Every text that a user sees, from vi.json: one place for a translator. Placeholders look like {name}.</summary>
internal sealed class VietnameseTexts
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private readonly TextFile _texts;

    public VietnameseTexts()
    {
        using Stream file = typeof(VietnameseTexts).Assembly.GetManifestResourceStream("vi.json")!;
        _texts = JsonSerializer.Deserialize<TextFile>(file, JsonSerializerOptions.Web)!;
    }

    internal sealed record TextFile(
        IReadOnlyDictionary<string, ProblemText> Problems, IReadOnlyDictionary<string, string> Fields,
        IReadOnlyDictionary<string, string> Words, IReadOnlyDictionary<string, string> Report, IReadOnlyDictionary<string, string> Console,
        IReadOnlyDictionary<string, string> Page);

    internal sealed record ProblemText(string Title, string Detail);

    public (string Title, string Detail) Problem(string code, IReadOnlyList<(string Name, object Value)> facts)
    {
        ProblemText text = _texts.Problems[code];
        return (text.Title, Fill(text.Detail, facts));
    }

    /// <summary>What is wrong with a field, and what to do.</summary>
    public string Field(string code, IReadOnlyList<(string Name, object Value)> facts) => Fill(_texts.Fields[code], facts);

    /// <summary>The Vietnamese word for a value of the code: a stage, a kind of record.</summary>
    public string Word(string value) => _texts.Words.GetValueOrDefault(value, value);

    /// <summary>A text of the periodic report.</summary>
    public string Report(string key, params (string Name, object Value)[] facts) => Fill(_texts.Report[key], facts);

    /// <summary>A text for the administrator's console.</summary>
    public string Console(string key, params (string Name, object Value)[] facts) => Fill(_texts.Console[key], facts);

    /// <summary>A text of a page.</summary>
    public string Page(string key) => _texts.Page[key];

    public IReadOnlyDictionary<string, string[]> PlanErrors(IReadOnlyList<PlanError> errors) => errors
        .GroupBy(e => e.Path, StringComparer.Ordinal)
        .ToDictionary(
            g => g.Key,
            g => g.Select(e => Field(e.Code, [.. e.Parameters.Select(p => (p.Key, (object)p.Value))])).ToArray(),
            StringComparer.Ordinal);

    private string Fill(string text, IReadOnlyList<(string Name, object Value)> facts)
    {
        foreach ((string name, object value) in facts)
            text = text.Replace($"{{{name}}}", Say(value), StringComparison.Ordinal);
        return text;
    }

    private string Say(object value) => value switch
    {
        Enum e => Word(e.ToString()),
        DateOnly date => date.ToString("dd/MM/yyyy", Vietnamese),
        DateTimeOffset moment => moment.ToOffset(Domain.Time.VietnamTime.Offset).ToString("HH:mm dd/MM/yyyy", Vietnamese),
        IFormattable number => number.ToString("N0", Vietnamese),
        _ => value.ToString() ?? "",
    };
}
