using System.Text;
using MimeKit;
using Xunit;

namespace NtmServerless.Functions.Tests.Post;

/// <summary>RFC 2047, section 2: an encoded word has at most 75 characters, a line with one at most 76.</summary>
public sealed class SubjectHeaderTests
{
    [Theory]
    [InlineData("Đã mở đăng ký: khu dân cư nông thôn mới kiểu mẫu, thôn nông thôn mới kiểu mẫu, vườn mẫu (lớp số 3)")]
    [InlineData("Thông báo")]
    [InlineData("Class 3")]
    [InlineData("🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾")]
    public void Subject_OfAnyLength_KeepsToTheLimits_AndReadsTheSame(string subject)
    {
        using MimeMessage mail = new([new MailboxAddress("", "a@vd.vn")], [new MailboxAddress("", "b@vd.vn")], "", new TextPart("plain"));
        mail.Headers.Replace(SubjectHeader.Of(subject));
        using MemoryStream wire = new();
        mail.WriteTo(wire, TestContext.Current.CancellationToken);
        string[] lines = Encoding.ASCII.GetString(wire.ToArray()).ReplaceLineEndings("\n").Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 76));
        IEnumerable<string> words = lines.SelectMany(line => line.Split(' ')).Where(word => word.StartsWith("=?", StringComparison.Ordinal));
        Assert.All(words, word => Assert.InRange(word.Length, 0, 75));
        wire.Position = 0;
        using MimeMessage read = MimeMessage.Load(wire, TestContext.Current.CancellationToken);
        Assert.Equal(subject, read.Subject);
    }
}
