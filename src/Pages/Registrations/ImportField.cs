namespace NtmServerless.Pages.Registrations;

/// <summary>A field of a line that could not be read, or that was concluded from what the file says.</summary>
/// <param name="Input">Name of its input.</param>
/// <param name="IsKnown">The line has a value here; what else stands in the input is what the file says.</param>
/// <param name="Said">What the file says; null where it was asked for only here.</param>
/// <param name="Error">Why the line cannot be registered; null where it can.</param>
public sealed record ImportField(PersonField Field, string Input, string Value, bool IsKnown, string? Said, string? Error);
