using System.Text;

namespace NtmServerless.Documents.Tests.Templating;

/// <summary>A folder with an office's own templates, gone afterwards.</summary>
internal sealed class TemplateFolder : IDisposable
{
    public static readonly string Defaults = System.IO.Path.Combine(AppContext.BaseDirectory, "templates");

    public string Path { get; } = Directory.CreateTempSubdirectory("ntm-templates").FullName;

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text, new UTF8Encoding(false));

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(System.IO.Path.Combine(Path, file), bytes);

    /// <summary>The template that came with the application, with one text in place of another.</summary>
    public void Change(string file, string text, string by)
    {
        string original = File.ReadAllText(System.IO.Path.Combine(Defaults, file));
        if (!original.Contains(text, StringComparison.Ordinal)) throw new ArgumentException($"{file} has no {text}.", nameof(text));
        Write(file, original.Replace(text, by, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
