namespace NtmServerless.Storage.Classes;

/// <summary>A command that waits for its turn at the desk of a class.</summary>
internal abstract class PendingCommand(Submission submission, IWaker<TrainingClass>? waker, bool groups)
{
    public Submission Submission { get; } = submission;

    public IWaker<TrainingClass>? Waker { get; } = waker;

    /// <summary>Whether it may share a transaction with others: it reads nothing that they write.</summary>
    public bool Groups { get; } = groups;

    /// <summary>Set when an insert met an existing row: look first the next time.</summary>
    public bool Careful { get; set; }

    public int Attempts { get; set; }

    /// <summary>Decides on the work; gives the answer as JSON for the submission's row.</summary>
    public abstract Task<string> RunAsync(ClassWork work, CancellationToken cancellation);

    /// <summary>Lets the caller go on with the answer that was decided, or the one stored under the same key.</summary>
    public abstract void Complete(string answerJson);

    public abstract void Fail(Exception exception);
}

internal sealed class PendingCommand<T>(
    Submission submission, IWaker<TrainingClass>? waker, bool groups, Func<ClassWork, CancellationToken, Task<T>> decide)
    : PendingCommand(submission, waker, groups)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Answer => _answer.Task;

    public override async Task<string> RunAsync(ClassWork work, CancellationToken cancellation) =>
        Tables.RecordJson.Write(await decide(work, cancellation));

    public override void Complete(string answerJson) => _answer.TrySetResult(Tables.RecordJson.Read<T>(answerJson));

    public override void Fail(Exception exception) => _answer.TrySetException(exception);
}
