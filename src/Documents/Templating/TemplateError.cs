namespace NtmServerless.Documents.Templating;

/// <summary>Something wrong in a template.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">From 1; 0: the file as a whole.</param>
/// <param name="Message">What is wrong and what to do, in Vietnamese, file and line included.</param>
public sealed record TemplateError(string File, int Line, string Message);

/// <summary>Templates that cannot be used.</summary>
public sealed class TemplateException(IReadOnlyList<TemplateError> errors) : Exception(string.Join('\n', errors.Select(e => e.Message)))
{
    public IReadOnlyList<TemplateError> Errors => errors;
}
