using Microsoft.DurableTask.Protobuf;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>Why an activity or an orchestration failed, as it is stored; the app recognises it by the name of the exception.</summary>
/// <param name="ErrorType">Full name of the exception's type.</param>
internal sealed record Failure(string ErrorType, string ErrorMessage, string? StackTrace = null, Failure? InnerFailure = null)
{
    /// <summary>No further attempt is to be made, whatever the retry policy says.</summary>
    public bool IsNonRetriable { get; init; }

    /// <summary>A replay did not decide what was recorded.</summary>
    public bool IsNonDeterminism => ErrorType.EndsWith("NonDeterministicOrchestrationException", StringComparison.Ordinal);

    public static Failure Of(Exception exception) => new(exception.GetType().FullName!, exception.Message);

    public static Failure Of(TaskFailureDetails details) => new(
        details.ErrorType, details.ErrorMessage, details.StackTrace, details.InnerFailure is { } inner ? Of(inner) : null)
    {
        IsNonRetriable = details.IsNonRetriable,
    };

    public TaskFailureDetails ToDetails() => new()
    {
        ErrorType = ErrorType,
        ErrorMessage = ErrorMessage,
        StackTrace = StackTrace,
        InnerFailure = InnerFailure?.ToDetails(),
        IsNonRetriable = IsNonRetriable,
    };
}
