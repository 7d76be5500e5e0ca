namespace NtmServerless.Functions.Hosting;

/// <summary>A request that cannot be read at all: its type, its size, a file that is not what it says.</summary>
public sealed class BadFormException(string code, int status, params (string Name, object Value)[] facts) : Exception(code)
{
    public string Code { get; } = code;

    public int Status { get; } = status;

    public IReadOnlyList<(string Name, object Value)> Facts { get; } = facts;

    public static BadFormException WrongType(string wanted) => new("unsupported-type", 415, ("wanted", wanted));

    public static BadFormException TooLarge(long limit) => new("too-large", 413, ("limit", limit));
}

/// <summary>A plan file with errors: all of them, each with its path.</summary>
public sealed class PlanRefusedException(IReadOnlyList<PlanError> errors) : Exception("plan-refused")
{
    public IReadOnlyList<PlanError> Errors { get; } = errors;
}
