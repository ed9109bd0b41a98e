// Package vector finds the vectors that point most nearly the same way as another,
// by looking at all of them, and joins rankings that know nothing of each other's
// scores. It doesn't approximate: at the size of an article, and up to some hundred
// thousand passages, an exact scan is fast enough and has nothing to tune.
//
// Vectors are kept with length 1, so that the dot product of two is the cosine of
// the angle between them. A vector with a value that is NaN or infinite is refused.
// The zero vector points nowhere: it may be kept and asked for, but nothing is near
// it, so that it is never found and finds nothing.
//
// The same vectors give the same bits on every platform: products are rounded
// before they are added, and always added in the same order.
package vector
