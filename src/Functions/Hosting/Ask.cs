namespace NtmServerless.Functions.Hosting;

/// <summary>A request to change something, read and checked for its shape: the form, who asks, under which key, and whom to wake.</summary>
public sealed record Ask<T>(T Form, Submission Submission, Caller? By, LifecycleWaker Waker, CancellationToken Cancellation)
{
    /// <summary>The caller of a function that only callers reach.</summary>
    public Caller Caller => By ?? throw new InvalidOperationException("This function has no caller.");
}

/// <summary>A request without a form.</summary>
public sealed record NoForm;

/// <summary>A request whose form is one sentence.</summary>
public sealed record ReasonForm(string? Reason)
{
    public string Check()
    {
        Checks checks = new();
        string? reason = checks.Paragraphs("reason", Reason, 1_000);
        checks.Require(reason is not null || Reason is { Length: > 1_000 }, "reason", "required");
        checks.ThrowIfAny();
        return reason!;
    }
}
