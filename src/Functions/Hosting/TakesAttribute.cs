namespace NtmServerless.Functions.Hosting;

/// <summary>
/// How many bytes of a body a function reads, where that is more than <see cref="AskReader.FormLimit"/>. Every request is held to it
/// before anything reads.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public class TakesAttribute(int bytes) : Attribute
{
    public int Bytes { get; } = bytes;
}

/// <summary>A function that takes files: they go to disk, and beside them stand a few short fields.</summary>
public sealed class TakesFilesAttribute() : TakesAttribute(BodyLimit.Largest);
