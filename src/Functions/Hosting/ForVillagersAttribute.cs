namespace NtmServerless.Functions.Hosting;

/// <summary>The page is for villagers: it speaks the language that somebody chose, where the office gives one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ForVillagersAttribute : Attribute;
