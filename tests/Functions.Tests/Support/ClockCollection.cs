using Xunit;

namespace NtmServerless.Functions.Tests.Support;

/// <summary>Tests that move the clock of the app: one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ClockCollection
{
    public const string Name = "clock";
}
