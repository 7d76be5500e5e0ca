using System.Text;

namespace NtmServerless.Documents.Templating;

/// <summary>The templates of every type of document: those that came with the application, or the office's own in their place.</summary>
public sealed class TemplateSet
{
    private const string Pattern = "*.txt";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, Template> _templates;
    private readonly Dictionary<string, string> _texts;

    private TemplateSet(Dictionary<string, Template> templates, Dictionary<string, string> texts) => (_templates, _texts) = (templates, texts);

    /// <summary>The templates as they were when a document was made: by name of file.</summary>
    /// <param name="texts">Those that the document needs.</param>
    public static TemplateSet Of(IReadOnlyDictionary<string, string> texts) => new(
        texts.ToDictionary(t => t.Key, t => TemplateReader.Read(t.Key, t.Value), StringComparer.OrdinalIgnoreCase),
        new Dictionary<string, string>(texts, StringComparer.OrdinalIgnoreCase));

    /// <summary>The text of the template that a kind of document is written by; empty: the kind has none.</summary>
    public IReadOnlyDictionary<string, string> TextsOf(DocumentKind kind) =>
        TemplateKind.Of(kind) is { } own ? new Dictionary<string, string> { [own.File] = _texts[own.File] } : new Dictionary<string, string>();

    /// <summary>The templates beside the application, and those that the office changed.</summary>
    /// <param name="office">Folder of the office's own; null or not there: none.</param>
    /// <exception cref="TemplateException">With everything that is wrong, file and line.</exception>
    public static TemplateSet Read(string? office = null) => Read(Path.Combine(AppContext.BaseDirectory, "templates"), office);

    /// <param name="defaults">Folder with every template.</param>
    /// <param name="office">Folder with those that the office changed; null or not there: none.</param>
    /// <exception cref="TemplateException">With everything that is wrong, file and line.</exception>
    public static TemplateSet Read(string defaults, string? office)
    {
        List<TemplateError> errors = [];
        Dictionary<string, Template> templates = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> texts = new(StringComparer.OrdinalIgnoreCase);
        foreach (string folder in ((string?[])[defaults, office]).OfType<string>().Where(Directory.Exists))
            foreach (string file in Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal)) Add(file, templates, texts, errors);
        errors.AddRange(TemplateKind.All.Where(k => !templates.ContainsKey(k.File)).Select(k => TemplateCheck.Error(k.File, 0, "file-missing")));
        return errors.Count == 0 ? new TemplateSet(templates, texts) : throw new TemplateException(errors);
    }

    /// <summary>As <see cref="Read(string?)"/>, but a file of the office that is wrong is left out and said.</summary>
    public static TemplateReading ReadUsable(string? office)
    {
        string defaults = Path.Combine(AppContext.BaseDirectory, "templates");
        TemplateSet set = Read(defaults, null);
        List<TemplateError> errors = [];
        List<string> own = [];
        if (!Directory.Exists(office)) return new TemplateReading(set, own, errors);
        foreach (string file in Directory.EnumerateFiles(office, Pattern).Order(StringComparer.Ordinal))
        {
            int before = errors.Count;
            Dictionary<string, Template> templates = [];
            Dictionary<string, string> texts = [];
            Add(file, templates, texts, errors);
            if (errors.Count > before) continue;
            (string name, Template template) = templates.Single();
            set._templates[name] = template;
            set._texts[template.File] = texts[template.File];
            own.Add(template.File);
        }

        return new TemplateReading(set, own, errors);
    }

    /// <summary>The files that an office can change, in the order of documents.</summary>
    public static IReadOnlyList<string> Files => [.. TemplateKind.All.Select(k => k.File)];

    internal Template this[TemplateKind kind] => _templates[kind.File];

    private static void Add(string path, Dictionary<string, Template> templates, Dictionary<string, string> texts, List<TemplateError> errors)
    {
        string file = Path.GetFileName(path);
        TemplateKind? kind = TemplateKind.All.FirstOrDefault(k => string.Equals(k.File, file, StringComparison.OrdinalIgnoreCase));
        if (kind is null)
        {
            errors.Add(TemplateCheck.Error(file, 0, "file-unknown", ("names", string.Join(", ", TemplateKind.All.Select(k => k.File)))));
            return;
        }

        try
        {
            string text = Strict.GetString(File.ReadAllBytes(path));
            Template template = TemplateReader.Read(kind.File, text);
            texts[kind.File] = text;
            templates[kind.File] = template;
            errors.AddRange(TemplateCheck.Of(template, kind));
        }
        catch (DecoderFallbackException)
        {
            errors.Add(TemplateCheck.Error(file, 0, "encoding"));
        }
    }
}

/// <summary>The templates in use and what is wrong with those that are not.</summary>
/// <param name="Own">Files of the office that are in use.</param>
/// <param name="Errors">By file and line.</param>
public sealed record TemplateReading(TemplateSet Set, IReadOnlyList<string> Own, IReadOnlyList<TemplateError> Errors);
