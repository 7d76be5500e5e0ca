namespace NtmServerless.Domain.Plans;

/// <summary>One line of the framework curriculum (chuyên đề, section II.1.2).</summary>
public sealed record Topic(string Id, string Text);
