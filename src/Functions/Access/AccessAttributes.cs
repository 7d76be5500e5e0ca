namespace NtmServerless.Functions.Access;

/// <summary>Who may call an HTTP function. A function without one of these answers nobody.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class AccessAttribute : Attribute;

/// <summary>Anybody, without an account; rate-limited.</summary>
public sealed class PublicAttribute : AccessAttribute;

/// <summary>An outside form that signs what it sends; rate-limited.</summary>
public sealed class SignedAttribute : AccessAttribute;

/// <summary>A caller with one of these roles; what it may do to which record is decided by <see cref="Permission"/>.</summary>
public sealed class CallersAttribute(params Role[] roles) : AccessAttribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;

    /// <summary>An officer whose password was given by somebody else may use it before choosing an own one.</summary>
    public bool AlsoWithGivenPassword { get; init; }
}
