namespace NtmServerless.Functions.Hosting;

/// <summary>Who may call an HTTP function. A function without one of these answers nobody.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class AccessAttribute : Attribute;
