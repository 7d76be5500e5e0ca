using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Access;

/// <summary>By what the door knew the caller: a feature of the request beside the caller itself.</summary>
/// <param name="Secret">Nobody else has it; secrets that the caller asks for are derived from it.</param>
/// <param name="AccountId">Null: a key, which belongs to no account.</param>
/// <param name="Session">The cookie's session; null: a key, or signed in in front of the app.</param>
public sealed record Credential(string Secret, string? AccountId = null, SignInSession? Session = null)
{
    public static Credential Of(HttpRequest request) => request.HttpContext.Features.Get<Credential>()
        ?? throw new InvalidOperationException("This function has no caller.");
}

/// <summary>One sign-in on one device.</summary>
/// <param name="Ends">When it ends whatever the officer does; machine time.</param>
public sealed record SignInSession(string Id, DateTimeOffset Ends);
