namespace Microsoft.DurableTask;

/// <summary>Version of an orchestration; compared without case, empty means none.</summary>
public readonly struct TaskVersion : IEquatable<TaskVersion>
{
    private readonly string? _value;

    /// <summary>A version; null and empty mean none.</summary>
    /// <exception cref="ArgumentException">White space only.</exception>
    public TaskVersion(string? version)
    {
        if (!string.IsNullOrEmpty(version) && string.IsNullOrWhiteSpace(version))
            throw new ArgumentException("A version cannot be white space only.", nameof(version));
        _value = version;
    }

    /// <summary>The version; empty when there is none.</summary>
    public string Version => _value ?? "";

    /// <summary>The text of the version.</summary>
    public static implicit operator string(TaskVersion value) => value.Version;

    /// <summary>The version of a text.</summary>
    public static implicit operator TaskVersion(string? value) => new(value);

    /// <summary>Same version without case.</summary>
    public static bool operator ==(TaskVersion a, TaskVersion b) => a.Equals(b);

    /// <summary>Another version.</summary>
    public static bool operator !=(TaskVersion a, TaskVersion b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(TaskVersion other) => string.Equals(Version, other.Version, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskVersion other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Version);
}
