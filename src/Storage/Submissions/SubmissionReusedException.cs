namespace NtmServerless.Storage.Submissions;

/// <summary>The idempotency key was used for something else.</summary>
public sealed class SubmissionReusedException() : Exception("The idempotency key belongs to another request.");
