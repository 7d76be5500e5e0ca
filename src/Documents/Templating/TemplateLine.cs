namespace NtmServerless.Documents.Templating;

/// <param name="Number">Line in the file, from 1.</param>
internal sealed record TemplateLine(int Number, LineKind Kind, string Text);
