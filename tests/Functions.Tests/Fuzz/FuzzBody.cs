using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NtmServerless.Functions.Tests.Fuzz;

/// <summary>Bodies that are nearly right: one or two things of a good one are not.</summary>
internal static partial class FuzzBody
{
    private static readonly string[] Types =
    [
        "application/json", "application/json; charset=utf-16", "application/json; charset=nonsense", "application/vnd.a+json", "text/plain", "text/json", "*/*", "nonsense", "",
        "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded; charset=utf-16",
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x", "multipart/mixed; boundary=x",
    ];

    public static HttpContent Json(Random random, JsonNode? example)
    {
        // What is changed is a place of the example; its path is found by number, so that it does not matter how deep it lies.
        JsonNode body = example?.DeepClone() ?? new JsonObject { ["reason"] = "Thử" };
        string json = body.ToJsonString();
        for (int changes = random.Next(3); changes > 0; changes--) json = Changed(random, json);
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        bytes = random.Next(25) switch
        {
            0 => bytes[..random.Next(bytes.Length + 1)],
            1 => [0xEF, 0xBB, 0xBF, .. bytes],
            2 => [.. bytes, .. bytes],
            3 => Encoding.Unicode.GetBytes(json),
            4 => [.. bytes.Select(b => random.Next(40) == 0 ? (byte)random.Next(256) : b)],
            5 => Encoding.UTF8.GetBytes(OddValues.InJson(random)),
            6 => [.. bytes, .. new byte[300_000]],
            7 => [],
            _ => bytes,
        };
        return Typed(random, bytes, "application/json");
    }

    public static HttpContent Form(Random random, IReadOnlyList<(string Name, string Value)> fields, bool inParts)
    {
        List<(string Name, string Value)> sent = [.. fields];
        for (int changes = random.Next(4); changes > 0; changes--)
        {
            int at = sent.Count > 0 ? random.Next(sent.Count) : -1;
            switch (random.Next(6))
            {
                case 0 when at >= 0:
                    sent.RemoveAt(at);
                    break;
                case 1 when at >= 0:
                    sent.Add(sent[at] with { Value = OddValues.Text(random) });
                    break;
                case 2:
                    sent.Add((OddValues.Text(random), OddValues.Text(random)));
                    break;
                case 3 when at >= 0:
                    sent[at] = (sent[at].Name + new[] { "[]", "[0]", "[-1]", "[99999999999]", ".a", "[0].a", "[].b", "..", "[" }[random.Next(9)], sent[at].Value);
                    break;
                case >= 4 when at >= 0:
                    sent[at] = sent[at] with { Value = OddValues.Text(random) };
                    break;
            }
        }

        if (!inParts) return Typed(random, Encoding.UTF8.GetBytes(string.Join('&', sent.Select(f => $"{Escaped(f.Name)}={Escaped(f.Value)}"))), "application/x-www-form-urlencoded");
        string parts = string.Concat(sent.Select(f => $"--x\r\nContent-Disposition: form-data; name=\"{f.Name}\"{(random.Next(4) == 0 ? "; filename=\"a.xlsx\"" : "")}\r\n\r\n{f.Value}\r\n"));
        string file = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + new[] { "", "PK\u0003\u0004", "%PDF-1.4 %%EOF", "MZ", "{}", "\uFFFE" }[random.Next(6)] + "\r\n";
        return Typed(random, Encoding.UTF8.GetBytes(parts + (random.Next(3) > 0 ? file : "") + (random.Next(8) == 0 ? "" : "--x--\r\n")), "multipart/form-data; boundary=x");
    }

    private static ByteArrayContent Typed(Random random, byte[] body, string type)
    {
        ByteArrayContent content = new(body);
        string said = random.Next(15) == 0 ? Types[random.Next(Types.Length)] : type;
        if (said.Length > 0) content.Headers.TryAddWithoutValidation("Content-Type", said);
        return content;
    }

    private static string Changed(Random random, string json)
    {
        MatchCollection values = Value().Matches(json);
        if (values.Count == 0) return json;
        Match value = values[random.Next(values.Count)];
        string instead = random.Next(10) switch
        {
            0 => value.Value + ",\"khongCo\":1",
            1 => value.Value + "," + json[Math.Max(0, value.Index - 12)..value.Index],
            _ => OddValues.InJson(random),
        };
        return json[..value.Index] + instead + json[(value.Index + value.Length)..];
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    // What stands behind a colon or begins an element of a list.
    [GeneratedRegex("""(?<=[:\[,])("(?:[^"\\]|\\.)*"(?!:)|-?\d[\d.eE+-]*|true|false|null)""")]
    private static partial Regex Value();
}
