using System.Text;
using MimeKit;

namespace NtmServerless.Functions.Post;

/// <summary>The subject of a letter as it goes over the wire: MimeKit's own encoded words grow longer than RFC 2047 allows.</summary>
public static class SubjectHeader
{
    private const string Name = "Subject:", Begin = "=?utf-8?B?", End = "?=";

    /// <summary>RFC 2047, section 2: an encoded word has at most 75 characters, a line with one at most 76.</summary>
    private const int LongestLine = 76;

    public static Header Of(string subject)
    {
        Header header = new(HeaderId.Subject, subject);
        if (!Ascii.IsValid(subject)) header.SetRawValue(Encoding.ASCII.GetBytes(Words(subject)));
        return header;
    }

    private static string Words(string subject)
    {
        StringBuilder value = new();
        StringBuilder word = new();
        int before = Name.Length;
        // No character is cut: each word has to be readable by itself.
        foreach (Rune rune in subject.EnumerateRunes())
        {
            if (word.Length > 0 && before + 1 + Encoded($"{word}{rune}").Length > LongestLine)
            {
                value.Append(' ').Append(Encoded(word.ToString())).Append("\r\n");
                word.Clear();
                before = 0;
            }

            word.Append(rune.ToString());
        }

        return value.Append(' ').Append(Encoded(word.ToString())).Append("\r\n").ToString();
    }

    private static string Encoded(string text) => Begin + Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) + End;
}
