namespace NtmServerless.Functions.Hosting;

/// <summary>A caller with one of these roles.</summary>
public sealed class CallersAttribute(Roles roles) : AccessAttribute
{
    public IReadOnlyList<Role> Roles { get; } = [.. Enum.GetValues<Role>().Where(r => roles.HasFlag((Roles)(1 << (int)r)))];

    /// <summary>An officer whose password was given by somebody else may use it before choosing an own one.</summary>
    public bool AlsoWithGivenPassword { get; init; }
}
