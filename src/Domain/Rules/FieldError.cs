namespace NtmServerless.Domain.Rules;

/// <summary>What is wrong with one field of a form. <paramref name="Code"/> names its Vietnamese text.</summary>
public sealed record FieldError(string Field, string Code, params (string Name, object Value)[] Facts);
