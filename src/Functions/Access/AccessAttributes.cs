namespace NtmServerless.Functions.Access;

/// <summary>Who may call an HTTP function. A function without one of these answers nobody.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class AccessAttribute : Attribute;

/// <summary>Anybody, without an account; rate-limited.</summary>
public sealed class PublicAttribute : AccessAttribute;

/// <summary>An outside form that signs what it sends; rate-limited.</summary>
public sealed class SignedAttribute : AccessAttribute
{
    /// <summary>The header with the HMAC of the body.</summary>
    public const string Header = "X-Signature";
}

/// <summary>A caller with one of these roles.</summary>
public sealed class CallersAttribute(Roles roles) : AccessAttribute
{
    public IReadOnlyList<Role> Roles { get; } = [.. Enum.GetValues<Role>().Where(r => roles.HasFlag((Roles)(1 << (int)r)))];

    /// <summary>An officer whose password was given by somebody else may use it before choosing an own one.</summary>
    public bool AlsoWithGivenPassword { get; init; }
}
