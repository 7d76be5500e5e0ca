namespace NtmServerless.Domain.Rules;

/// <summary>A form that cannot be taken as it is; says so field by field, all at once.</summary>
public class InvalidInputException(IReadOnlyList<FieldError> errors)
    : Exception(string.Join(", ", errors.Select(e => $"{e.Field}: {e.Code}")))
{
    public InvalidInputException(string field, string code, params (string Name, object Value)[] facts)
        : this([new FieldError(field, code, facts)])
    {
    }

    public IReadOnlyList<FieldError> Errors { get; } = errors;
}
