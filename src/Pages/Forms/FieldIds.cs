namespace NtmServerless.Pages.Forms;

/// <summary>The id of a field's element, made of its name.</summary>
public static class FieldIds
{
    public static string Of(string name) => "o-" + string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
