namespace NtmServerless.Documents.Templating;

/// <summary>The words of one type of document, as an office can change them.</summary>
internal sealed record Template(string File, IReadOnlyList<TemplateLine> Lines);
