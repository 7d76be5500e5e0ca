using System.Text;

namespace NtmServerless.Documents.Templating;

/// <summary>The templates of every type of document: those that came with the application, or the office's own in their place.</summary>
public sealed class TemplateSet
{
    private const string Pattern = "*.txt";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, Template> _templates;

    private TemplateSet(Dictionary<string, Template> templates) => _templates = templates;

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
        foreach (string folder in ((string?[])[defaults, office]).OfType<string>().Where(Directory.Exists))
            foreach (string file in Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal)) Add(file, templates, errors);
        errors.AddRange(TemplateKind.All.Where(k => !templates.ContainsKey(k.File)).Select(k => TemplateCheck.Error(k.File, 0, "file-missing")));
        return errors.Count == 0 ? new TemplateSet(templates) : throw new TemplateException(errors);
    }

    internal Template this[TemplateKind kind] => _templates[kind.File];

    private static void Add(string path, Dictionary<string, Template> templates, List<TemplateError> errors)
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
            Template template = TemplateReader.Read(file, Strict.GetString(File.ReadAllBytes(path)));
            templates[file] = template;
            errors.AddRange(TemplateCheck.Of(template, kind));
        }
        catch (DecoderFallbackException)
        {
            errors.Add(TemplateCheck.Error(file, 0, "encoding"));
        }
    }
}
