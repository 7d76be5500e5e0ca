namespace NtmServerless.Domain.Evidence;

/// <summary>Reads bytes of a file that is too large to be held.</summary>
/// <param name="offset">From the first byte of the file.</param>
/// <returns>How many bytes were read; fewer than asked for only at the file's end.</returns>
public delegate int ReadAt(long offset, Span<byte> into);
