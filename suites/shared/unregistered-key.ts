import { createPrivateKey, type KeyObject } from 'node:crypto';

/**
 * A key that no target knows. It protects nothing: it is published here so that each run makes the same wrong
 * signatures, and none has to wait for a key pair to be made.
 */
const pem = `-----BEGIN PRIVATE KEY-----
MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQC2ZrMrFdAecR8p
dSj5oYB9yk28wlmmx4PWkMb73NO111m6FiQe5aTCbwYG6Ga4/4WyqeR10QuDai5e
VtV7pkPPTGQtCQ+YRH/Rbx4LhF/d36V6p/cNVF9Me2E5TuaXTj90H6B2TJNNlFSI
HpvyLHYvQ5uP1/WCtsIPxoainnZPzXtPkmB0YGO6JUu64NObphC53E3xBrkjd94N
yyxbEh/YDkyomHic9/VVZtpnpyXzmV39l+DywmJRsgZ7+MR/b8BMtOgi7rNdpld7
ERqbruYXTaR9wAzeL/UuCErlaEbEEuMMq3uzlMccEYscpuMkJiFhIRE4fWmqY3W2
I9BVTfzFAgMBAAECggEAKN+uurLypj+3OfUVL4tvXcDd1rS+nk8LTiO3U21Sy+bs
JnUbtwjC+QckFJwzmLU54qWLmpMzv0kmBuHyiPjjLSrzL9xd8EM5WVdLJk2Npgyd
6nSFOil0CZGEYfE6XyGbuovzy06xm6rnnnEthQFNop3F2GAOljIaHqrgNMTJwmvp
yw4R1Mo3NyezWirj42bERY6cH3N9mUIY4fb6IIAQwI+F3g0pgmhYCBwhUdMfLWT4
X82ozxwVrTwA/NUwdfJMqOS8yTE0W5JKBaDZXYkrZHQlaGqAQUwCdLz72v56xoOv
1dIixsIkS7iRTKBF5wpLMH7UfU9HwXzpyeno8OUgwQKBgQD2kVvTVJKIEQ1QD5Gf
mDGsrVi+A9qKLJxDG9pBFeJdtfWu9bBjxt165m4RYljwQuc+aPHEe8jUEvR4GkkK
c+ViVva9bQkSjyU0c/pccpn6ZigUZ4LepIvNMNowdj4ftINRSzMopRMMOwzo9TLO
X7kWXUenQOfWFJCFtPn5DlOibQKBgQC9YPTjdxnBR7R5j/AGndogjFd3RvOv1xpS
Uve3OozJROttCY7xqrx6xjJRwTXJvrVMyN+OEf7gQUqBA7E8+KGlITFcN6hhp+89
362l45cVXCiQQFrxJgI4o/mft2UuDQrotoYD5tnzQUuG+ZS9GTWtJlQdcKr/rrRg
Ck2Gn/KMuQKBgG43NbO2lzWJYckK3I5ZasMETanKcTLYlBUPazUywhgfkS3fFzTS
nQgl3seYjacAUPu9z2yD5JafznWtUj8A5WVa+DpedfK81+WlfiE6/QdICNxuFLrP
FMro7m9BO63Sc+yvz7N4bpZGAxRTHp3Pfh24HqJtyfQRBzUtW5vvwoTVAoGASULd
2bU0cHIV3kURnO2p+ZdxKsJ2+Rpko15XWDm9Rwtza/4bn1/mhDRyOPBep4owRuEa
orJRgF2hveE4ypaAqgn6N2uMpyK5SZ1jZt5xjyDUzGEpDUsf5tuAcQoYiUUgaEBb
/dxrilBDMJcStEixXCeMuMriTAFA5Dp4HVF5GnkCgYAO+oUSb78sjDjWhPGSH+TS
DH/b0Pem9tOvg2+qWOrKP3EcVboCftz2knvye8BZoGvh+/+sZI5oj+kNaQytrdVo
ODzctxhw13pheiaa0pP7DZIgIShaJzmJPyJ8h1pSLnYo0Rzmh4iiyBz0aM9bnRyb
yLr8+PgeAFpkD713RWE7IQ==
-----END PRIVATE KEY-----
`;

let key: KeyObject | undefined;

/** A private RSA key of 2048 bits that is registered for nobody. */
export function unregisteredKey(): KeyObject {
  key ??= createPrivateKey(pem);
  return key;
}
