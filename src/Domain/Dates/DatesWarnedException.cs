namespace NtmServerless.Domain.Dates;

/// <summary>Something speaks against the dates of a form, and no reason was given: every warning at its field. Nothing has been changed.</summary>
public sealed class DatesWarnedException(IReadOnlyList<FieldError> errors) : InvalidInputException(errors);
