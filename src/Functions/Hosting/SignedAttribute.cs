namespace NtmServerless.Functions.Hosting;

/// <summary>An outside form that signs what it sends; rate-limited.</summary>
public sealed class SignedAttribute : AccessAttribute
{
    /// <summary>The header with the HMAC of the body.</summary>
    public const string Header = "X-Signature";
}
