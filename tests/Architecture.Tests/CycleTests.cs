using Xunit;

namespace NtmServerless.Architecture.Tests;

/// <summary>The namespaces of a project, one level down, can be read in an order in which each knows only earlier ones.</summary>
public sealed class CycleTests
{
    [Fact]
    public void Namespaces_GoRoundNowhere() => Assert.Equal([], Tree.Projects.SelectMany(project =>
        Tree.GraphOf(project).Cycles.Select(cycle => $"{project}: {string.Join(", ", cycle)}")));

    [Fact]
    public void Namespaces_OfEveryProject_AreSeen() =>
        Assert.All(Tree.Projects.Except(["Texts"]), project => Assert.NotEmpty(Tree.GraphOf(project).Arrows));
}
