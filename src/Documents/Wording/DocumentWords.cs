using System.Text.Json;

namespace NtmServerless.Documents.Wording;

/// <summary>Words of the documents that stand in no template: heads of columns, names of fields, labels. From <c>vi/documents.json</c>.</summary>
internal sealed class DocumentWords
{
    private const string File = "documents.json";

    public static readonly DocumentWords Vietnamese = new();

    private readonly Dictionary<string, string> _words;

    private DocumentWords()
    {
        using Stream stream = typeof(VietnameseTexts).Assembly.GetManifestResourceStream(File)!;
        _words = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    public IReadOnlyCollection<string> Keys => _words.Keys;

    /// <exception cref="KeyNotFoundException">There is no such word.</exception>
    public string this[string key] => _words[key];

    public string this[string key, params IReadOnlyList<(string Name, string Value)> facts] =>
        facts.Aggregate(_words[key], (text, fact) => text.Replace($"{{{fact.Name}}}", fact.Value, StringComparison.Ordinal));

    /// <summary>All words whose keys begin so, by what follows.</summary>
    public IReadOnlyDictionary<string, string> Under(string beginning) => _words
        .Where(w => w.Key.StartsWith(beginning, StringComparison.Ordinal))
        .ToDictionary(w => w.Key[beginning.Length..], w => w.Value, StringComparer.Ordinal);
}
