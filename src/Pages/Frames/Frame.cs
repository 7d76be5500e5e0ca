namespace NtmServerless.Pages.Frames;

/// <summary>What stands around every page: who is signed in, the practice ribbon, what was just done.</summary>
/// <param name="Path">Path and query of the request.</param>
/// <param name="Now">Business time.</param>
/// <param name="IsPractice">The data folder is for practice and has a clock of its own.</param>
/// <param name="Token">Goes into every form of a signed-in officer; null on pages for everybody.</param>
/// <param name="Done">Key of the text that says what was just done (<c>done.…</c>), after a form was taken.</param>
public sealed record Frame(string Path, DateTimeOffset Now, bool IsPractice, Officer? Officer, FormToken? Token, string? Done);

/// <summary>Who is signed in.</summary>
public sealed record Officer(string UserName, string DisplayName, Caller Caller);

/// <summary>The antiforgery field of a form.</summary>
public sealed record FormToken(string Field, string Value);
