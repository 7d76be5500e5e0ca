using Xunit;

namespace NtmServerless.LocalHost.Tests.Contract;

/// <summary>The renderer and the reader agree on every shape that the official API uses; a change in any of them is seen.</summary>
public sealed class PublicSurfaceTests
{
    private const string Official = """
        namespace NtmServerless.LocalHost.Tests.Contract
          public abstract class ShapeClass<T> : IDisposable, IEquatable<string>
            protected ShapeClass<T>();
            public const int Limit = 100;
            public static readonly IReadOnlyList<string> Names;
            public abstract T? Value { get; set; }
            protected virtual Type Kind { get; }
            public string? Text { get; init; }
            [Obsolete] public bool Old { get; set; }
            public void Dispose();
            public abstract bool Equals(string? other);
            public virtual Task<TResult> RunAsync<TResult>(string name, object? input = null, TimeSpan? wait = default, CancellationToken cancellation = default);
            public bool TryGet(out IReadOnlyList<T>? values, params string[] names);
            public override string ToString();
          public record ShapeRecord : IEquatable<ShapeRecord>
            public ShapeRecord(string Name, int? Count = 5);
            protected ShapeRecord(ShapeRecord original);
            protected virtual Type EqualityContract { get; }
            public string Name { get; init; }
            public int? Count { get; init; }
            public void Deconstruct(out string Name, out int? Count);
            public override bool Equals(object? obj);
          public struct ShapeStruct
            public ShapeStruct(string? name);
            public string Name { get; }
            public static ShapeStruct op_Implicit(string value);
          public enum ShapeEnum
            One = 1, Two = 2
          public delegate Task<bool> ShapeDelegate(ShapeStruct? value);
          public static class ShapeExtensions
            public static string Describe<T>(this ShapeClass<T> shape, double factor = 1.5, bool loud = false, string sign = "x");
          [AttributeUsage((AttributeTargets)2048, AllowMultiple = True, Inherited = False)]
          public sealed class ShapeAttribute : Attribute
            public ShapeAttribute();
        """;

    private static readonly Type[] _shapes =
    [
        typeof(ShapeClass<>), typeof(ShapeRecord), typeof(ShapeStruct), typeof(ShapeEnum), typeof(ShapeDelegate), typeof(ShapeExtensions),
        typeof(ShapeAttribute),
    ];

    [Fact]
    public void Shapes_AreRenderedAsTheOfficialListsWriteThem()
    {
        string[] rendered = [.. _shapes.Select(PublicSurface.Of).SelectMany(Lines)];

        string[] listed = [.. OfficialLists.Parse(Official.Split('\n')).SelectMany(Lines)];

        Assert.Equal(listed.Order(StringComparer.Ordinal), rendered.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("CancellationToken cancellation = default", "CancellationToken cancellation")]
    [InlineData("TimeSpan? wait", "TimeSpan wait")]
    [InlineData("protected virtual Type Kind", "protected abstract Type Kind")]
    [InlineData("Two = 2", "Two = 3")]
    [InlineData("Inherited = False", "Inherited = True")]
    [InlineData("IEquatable<string>", "IEquatable<object>")]
    [InlineData("string name, object? input", "string title, object? input")]
    public void Shapes_ThatDifferInAnythingThatMatters_AreSeen(string from, string to)
    {
        string[] rendered = [.. _shapes.Select(PublicSurface.Of).SelectMany(Lines)];

        string[] listed = [.. OfficialLists.Parse(Official.Replace(from, to, StringComparison.Ordinal).Split('\n')).SelectMany(Lines)];

        Assert.NotEqual(listed.Order(StringComparer.Ordinal), rendered.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Lines(SurfaceType type) => type.Comparable(OfficialLists.Normalise);
}

public abstract class ShapeClass<T> : IDisposable, IEquatable<string>
{
    public const int Limit = 100;

    public static readonly IReadOnlyList<string> Names = [];

    public abstract T? Value { get; set; }

    public string? Text { get; init; }

    [Obsolete("For the test.")]
    public bool Old { get; set; }

    protected virtual Type Kind { get; } = typeof(T);

    public void Dispose() => GC.SuppressFinalize(this);

    public abstract bool Equals(string? other);

    public virtual Task<TResult> RunAsync<TResult>(
        string name, object? input = null, TimeSpan? wait = default, CancellationToken cancellation = default) => throw new NotSupportedException(name);

    public bool TryGet(out IReadOnlyList<T>? values, params string[] names)
    {
        values = null;
        return names?.Length == 0 && Text is null;
    }

    public override string ToString() => Text ?? "";
}

public record ShapeRecord(string Name, int? Count = 5);

public readonly struct ShapeStruct(string? name)
{
    public string Name => name ?? "";

    public static implicit operator ShapeStruct(string value) => new(value);
}

public enum ShapeEnum
{
    One = 1,
    Two = 2,
}

public delegate Task<bool> ShapeDelegate(ShapeStruct? value);

public static class ShapeExtensions
{
    public static string Describe<T>(this ShapeClass<T> shape, double factor = 1.5, bool loud = false, string sign = "x") =>
        $"{shape}{factor}{loud}{sign}";
}

[AttributeUsage(AttributeTargets.Parameter, Inherited = false, AllowMultiple = true)]
public sealed class ShapeAttribute : Attribute
{
    public ShapeAttribute()
    {
    }
}
