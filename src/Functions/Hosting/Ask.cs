namespace NtmServerless.Functions.Hosting;

/// <summary>A request to change something, read and checked for its shape: the form, who asks, under which key, and whom to wake.</summary>
public sealed record Ask<T>(T Form, Submission Submission, Caller? By, IWakers Waker, CancellationToken Cancellation)
{
    /// <summary>The caller of a function that only callers reach.</summary>
    public Caller Caller => By ?? throw new InvalidOperationException("This function has no caller.");
}
