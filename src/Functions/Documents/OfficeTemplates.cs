using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Documents;

/// <summary>
/// The words of documents: those that came with the app, or the office's own from the folder of setting
/// <c>TemplatesFolder</c>. A file with a mistake is not used; the app's own stands in for it until it is mended.
/// </summary>
public sealed class OfficeTemplates
{
    public const string Setting = "TemplatesFolder";

    private volatile TemplateReading _now;

    public OfficeTemplates(IConfiguration configuration)
    {
        Folder = configuration[Setting] is { Length: > 0 } folder ? folder : null;
        _now = TemplateSet.ReadUsable(Folder);
    }

    /// <summary>Null: none is set.</summary>
    public string? Folder { get; }

    public TemplateReading Now => _now;

    /// <summary>Reads the folder again, after the office changed a file.</summary>
    public TemplateReading ReadAgain() => _now = TemplateSet.ReadUsable(Folder);
}
